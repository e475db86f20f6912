// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.build.BuildOption;

/// A `.config` beside the Kconfig files that say what may stand in it.
///
/// @param text of the `.config`; empty where there is none yet
record KconfigFile(Optional<String> text, KconfigSchema schema, Path root) implements OptionFile {

  private static final String UNKNOWN = "no Kconfig file that was read declares it";

  @Override
  public List<BuildOption> options() {
    var values = text.map(DotConfig::values).orElseGet(Map::of);
    var options = new ArrayList<BuildOption>();
    for (var entry : schema.entries().values()) {
      if (!entry.prompt().isEmpty()) {
        options.add(option(entry, values.getOrDefault(entry.name(), "")));
      }
    }
    values.forEach(
        (name, value) -> {
          if (!schema.entries().containsKey(name)) {
            options.add(
                new BuildOption(
                    name, value, "", "", "", schema.files() > 0 ? UNKNOWN : "", "", ""));
          }
        });
    return options;
  }

  private static BuildOption option(KconfigEntry entry, String value) {
    return new BuildOption(
        entry.name(),
        value,
        entry.prompt(),
        entry.menu(),
        entry.kind(),
        entry.needs(),
        entry.help(),
        entry.file() + ":" + entry.line());
  }

  @Override
  public String note() {
    var notes = new ArrayList<String>();
    if (text.isEmpty()) {
      notes.add("There is no such file yet: the first build makes one, or the menu of options.");
    }
    if (schema.files() == 0) {
      notes.add("No help: " + root + " cannot be read, so these are names and values alone.");
    } else if (schema.missing() > 0) {
      notes.add(
          (schema.missing() == 1
                  ? "1 file that declares"
                  : schema.missing() + " files that declare")
              + " options could not be read; configuring makes some of them.");
    }
    return String.join(" ", notes);
  }

  @Override
  public boolean editable() {
    return text.isPresent() && schema.files() > 0;
  }

  @Override
  public String with(String name, String value) throws IOException {
    var entry = Optional.ofNullable(schema.entries().get(name)).filter(e -> !e.prompt().isEmpty());
    if (entry.isEmpty() || text.isEmpty()) {
      throw new IOException("There is no option “" + name + "” that can be changed here.");
    }
    var wrong = DotConfig.wrong(entry.get().kind(), value);
    if (!wrong.isEmpty()) {
      throw new IOException("“" + value + "” is no value for " + name + ". " + wrong);
    }
    var changed = text.get();
    var values = DotConfig.values(changed);
    if (!entry.get().choice().isEmpty() && !value.equals("n")) {
      for (var other : schema.entries().values()) {
        boolean on = values.getOrDefault(other.name(), "n").equals("y");
        if (on && other.choice().equals(entry.get().choice())) {
          changed = DotConfig.with(changed, other.name(), other.kind(), "n");
        }
      }
    }
    return DotConfig.with(changed, name, entry.get().kind(), value);
  }
}
