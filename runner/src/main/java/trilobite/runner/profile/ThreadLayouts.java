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
  private static final long NANOS = 1_000_000_000;

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
            list(threads, "vcpu"),
            part(threads, "state").map(ThreadLayouts::state),
            threads.contains("clocks")
                ? Optional.of(clocks(threads.getTableOrEmpty("clocks")))
                : Optional.empty(),
            part(threads, "stack").map(ThreadLayouts::stack),
            threads.contains("saved")
                ? Optional.of(saved(threads.getTableOrEmpty("saved")))
                : Optional.empty(),
            threads.contains("unwind")
                ? Optional.of(unwind(threads.getTableOrEmpty("unwind")))
                : Optional.empty(),
            part(threads, "waits").map(ThreadLayouts::waits),
            part(threads, "files").map(ThreadLayouts::files)));
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
        list(toml, "cpu"),
        toml.getLong("no_cpu", () -> 0),
        words(toml.getArrayOrEmpty("running")),
        words(toml.getArrayOrEmpty("gone")));
  }

  private ThreadLayout.Clocks clocks(TomlTable toml) throws ProfileException {
    var perSecond = toml.getLong("per_second", () -> NANOS);
    if (perSecond <= 0) {
      throw new ProfileException(origin, "threads.clocks.per_second must be more than 0");
    }
    return new ThreadLayout.Clocks(
        list(toml, "run_time"), perSecond, list(toml, "since"), text(toml, "turns"));
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
    if (text(toml, "at").isEmpty() == text(toml, "inside").isEmpty()) {
      throw new ProfileException(origin, "threads.saved needs either at or inside");
    }
    return new ThreadLayout.Saved(
        text(toml, "at"),
        text(toml, "inside"),
        List.copyOf(order),
        order.indexOf("rip"),
        order.indexOf("rbp"),
        words(toml.getArrayOrEmpty("skip")));
  }

  private ThreadLayout.Unwind unwind(TomlTable toml) throws ProfileException {
    if (!text(toml, "by").equals("orc")) {
      throw new ProfileException(origin, "threads.unwind.by must be \"orc\"");
    }
    return new ThreadLayout.Unwind(
        text(toml, "addresses"), text(toml, "end"), text(toml, "entries"), text(toml, "entry"));
  }

  private static ThreadLayout.Waits waits(TomlTable toml) {
    return new ThreadLayout.Waits(
        text(toml, "on"),
        text(toml, "type"),
        text(toml, "kind"),
        text(toml, "kinds"),
        names(toml),
        text(toml, "name"),
        text(toml, "owner"),
        text(toml, "since"));
  }

  private static ThreadLayout.Files files(TomlTable toml) {
    return new ThreadLayout.Files(
        text(toml, "shared"),
        text(toml, "array"),
        text(toml, "count"),
        text(toml, "file"),
        text(toml, "kind"),
        text(toml, "sockets"),
        text(toml, "holds"),
        text(toml, "socket"),
        text(toml, "record"),
        text(toml, "back"));
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

  /// A text or a list of texts.
  private static List<String> list(TomlTable toml, String key) {
    if (!(toml.get(key) instanceof TomlArray array)) {
      return text(toml, key).isEmpty() ? List.of() : List.of(text(toml, key));
    }
    var all = new ArrayList<String>();
    for (int i = 0; i < array.size(); i++) {
      all.add(array.getString(i));
    }
    return List.copyOf(all);
  }

  private static String text(TomlTable toml, String key) {
    return toml.getString(key, () -> "");
  }
}
