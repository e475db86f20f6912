// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// Reads the `[threads]` table of a profile.
record ThreadLayouts(String origin) {

  private static final int MOST_WORDS = 64;

  Optional<ThreadLayout> read(TomlTable toml) throws ProfileException {
    var threads = toml.getTable("threads");
    if (threads == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ThreadLayout(
            need(threads, "in"),
            musts(threads.getArrayOrEmpty("expect")),
            text(threads, "id"),
            text(threads, "name"),
            text(threads, "current"),
            part(threads, "state").map(ThreadLayouts::state),
            part(threads, "clocks").map(ThreadLayouts::clocks),
            part(threads, "stack").map(ThreadLayouts::stack),
            threads.contains("saved")
                ? Optional.of(saved(threads.getTableOrEmpty("saved")))
                : Optional.empty(),
            part(threads, "waits").map(ThreadLayouts::waits)));
  }

  private static Optional<TomlTable> part(TomlTable toml, String key) {
    return Optional.ofNullable(toml.getTable(key));
  }

  private static ThreadLayout.State state(TomlTable toml) {
    return new ThreadLayout.State(
        text(toml, "path"),
        text(toml, "type"),
        names(toml),
        toml.getBoolean("flags", () -> false),
        text(toml, "cpu"),
        words(toml.getArrayOrEmpty("running")),
        words(toml.getArrayOrEmpty("gone")));
  }

  private static ThreadLayout.Clocks clocks(TomlTable toml) {
    return new ThreadLayout.Clocks(
        text(toml, "run_time"), text(toml, "since"), text(toml, "turns"));
  }

  private static ThreadLayout.Stack stack(TomlTable toml) {
    return new ThreadLayout.Stack(
        text(toml, "lowest"),
        text(toml, "size"),
        text(toml, "pointer"),
        Math.clamp(toml.getLong("paint", () -> -1), -1, 255));
  }

  private ThreadLayout.Saved saved(TomlTable toml) throws ProfileException {
    var order = new ArrayList<String>();
    var array = toml.getArrayOrEmpty("words");
    for (var i = 0; i < Math.min(array.size(), MOST_WORDS); i++) {
      order.add(array.getString(i));
    }
    if (!order.contains("rip")) {
      throw new ProfileException(origin, "threads.saved.words has no rip");
    }
    return new ThreadLayout.Saved(
        text(toml, "at"),
        List.copyOf(order),
        order.indexOf("rip"),
        order.indexOf("rbp"),
        words(toml.getArrayOrEmpty("skip")));
  }

  private static ThreadLayout.Waits waits(TomlTable toml) {
    return new ThreadLayout.Waits(
        text(toml, "on"),
        text(toml, "type"),
        text(toml, "kind"),
        text(toml, "kinds"),
        names(toml),
        text(toml, "name"),
        text(toml, "owner"));
  }

  private static List<ThreadLayout.Must> musts(TomlArray array) {
    var musts = new ArrayList<ThreadLayout.Must>();
    for (var i = 0; i < array.size(); i++) {
      var toml = array.getTable(i);
      musts.add(new ThreadLayout.Must(text(toml, "path"), toml.getLong("value", () -> 0)));
    }
    return List.copyOf(musts);
  }

  private static Map<String, String> names(TomlTable toml) {
    var names = new HashMap<String, String>();
    var table = toml.getTableOrEmpty("names");
    for (var name : table.keySet()) {
      names.put(name, table.getString(List.of(name), () -> name));
    }
    return Map.copyOf(names);
  }

  private static Set<String> words(TomlArray array) {
    var words = new HashSet<String>();
    for (var i = 0; i < array.size(); i++) {
      words.add(array.getString(i));
    }
    return Set.copyOf(words);
  }

  private String need(TomlTable toml, String key) throws ProfileException {
    var text = text(toml, key);
    if (text.isEmpty()) {
      throw new ProfileException(origin, "threads names no " + key);
    }
    return text;
  }

  private static String text(TomlTable toml, String key) {
    return toml.getString(key, () -> "");
  }
}
