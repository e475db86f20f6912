// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;
import trilobite.runner.profile.StackLayout.Address;
import trilobite.runner.profile.StackLayout.Num;
import trilobite.runner.profile.StackLayout.Place;
import trilobite.runner.profile.StackLayout.Queue;
import trilobite.runner.profile.StackLayout.Role;

/// Reads the `[stack]` tables of a profile of kind `stack`, and `[sync]` of a kernel's.
record StackLayouts(String origin) {

  private static final int MOST = 64;
  private static final String USUAL = "handle";

  /// @param containers of the same profile
  StackLayout read(String name, String title, List<Container> containers, TomlTable toml)
      throws ProfileException {
    var stack = toml.getTableOrEmpty("stack");
    var sockets = new ArrayList<StackLayout.Sockets>();
    var array = stack.getArrayOrEmpty("sockets");
    for (int i = 0; i < Math.min(array.size(), MOST); i++) {
      sockets.add(sockets(array.getTable(i), stack));
    }
    if (sockets.isEmpty()) {
      throw new ProfileException(origin, "a network stack's profile needs [[stack.sockets]]");
    }
    return new StackLayout(
        name,
        title,
        containers,
        texts(stack, "lock"),
        List.copyOf(sockets),
        handles(sockets, stack),
        Optional.ofNullable(stack.getTable("selecting")).map(StackLayouts::selecting),
        counters(stack.getArrayOrEmpty("counters")));
  }

  private static Map<String, StackLayout.Handle> handles(
      List<StackLayout.Sockets> sockets, TomlTable stack) {
    var handles = new HashMap<String, StackLayout.Handle>();
    for (var each : sockets) {
      if (!each.handle().isEmpty()) {
        handles.computeIfAbsent(each.handle(), name -> handle(stack.getTableOrEmpty(name)));
      }
    }
    return Map.copyOf(handles);
  }

  static Optional<SyncLayout> sync(TomlTable toml) {
    return Optional.ofNullable(toml.getTable("sync"))
        .map(
            sync ->
                new SyncLayout(
                    text(sync, "mailbox.waiters"),
                    text(sync, "mailbox.posted"),
                    text(sync, "mailbox.taken"),
                    text(sync, "mailbox.room"),
                    text(sync, "semaphore.waiters"),
                    text(sync, "mutex.owner"),
                    Math.max(0, sync.getLong("mailbox.spare", () -> 0)),
                    Optional.ofNullable(sync.getTable("queue")).map(StackLayouts::queue)));
  }

  private static SyncLayout.Queue queue(TomlTable toml) {
    return new SyncLayout.Queue(
        text(toml, "type"),
        text(toml, "first"),
        text(toml, "entry"),
        text(toml, "next"),
        text(toml, "thread"));
  }

  private StackLayout.Sockets sockets(TomlTable toml, TomlTable stack) throws ProfileException {
    var state = toml.getTableOrEmpty("state");
    return new StackLayout.Sockets(
        need(toml, "in"),
        need(toml, "protocol"),
        role(toml),
        only(toml.getArrayOrEmpty("only")),
        text(state, "path"),
        text(state, "type"),
        names(state.getTableOrEmpty("names")),
        Set.copyOf(texts(state, "listening")),
        Set.copyOf(texts(state, "quiet")),
        text(state, "fixed"),
        address(toml, "local"),
        number(toml, "local_port"),
        address(toml, "remote"),
        number(toml, "remote_port"),
        queue(toml, "receive"),
        queue(toml, "send"),
        number(toml, "retransmits"),
        number(toml, "backlog"),
        number(toml, "backlog_limit"),
        waiting(toml.getArrayOrEmpty("waiting")),
        number(toml, "listener"),
        handle(toml, stack));
  }

  /// The name of a table: of another than the usual one, or of none.
  private String handle(TomlTable toml, TomlTable stack) throws ProfileException {
    var name =
        switch (toml.get("handle")) {
          case String other -> other;
          case Boolean wanted -> wanted ? USUAL : "";
          case null -> stack.isTable(USUAL) ? USUAL : "";
          case Object ignored -> "";
        };
    if (!name.isEmpty() && !stack.isTable(name)) {
      throw new ProfileException(origin, "there is no [stack." + name + "]");
    }
    return name;
  }

  private Role role(TomlTable toml) throws ProfileException {
    try {
      return Role.valueOf(need(toml, "role").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ProfileException(origin, "role is listener, connection or both");
    }
  }

  /// A path, several of them, or a table with `path`, `order`, `shift` and `mask`.
  private static Num number(TomlTable toml, String key) {
    return toml.get(key) instanceof TomlTable table
        ? new Num(
            texts(table, "path"),
            text(table, "order").equals("network"),
            Math.clamp(table.getLong("shift", () -> 0), 0, 63),
            table.getLong("mask", () -> -1))
        : new Num(texts(toml, key), false, 0, -1);
  }

  /// A path, a table of a tag and paths by its values, or an array of those.
  private static Address address(TomlTable toml, String key) {
    var places = new ArrayList<Place>();
    if (toml.get(key) instanceof TomlArray array) {
      for (int i = 0; i < Math.min(array.size(), MOST); i++) {
        place(array.get(i)).ifPresent(places::add);
      }
    } else if (toml.contains(key)) {
      place(toml.get(key)).ifPresent(places::add);
    }
    return new Address(List.copyOf(places));
  }

  private static Optional<Place> place(@org.jspecify.annotations.Nullable Object value) {
    return switch (value) {
      case String path -> Optional.of(new Place("", Map.of("", path)));
      case TomlTable table ->
          Optional.of(new Place(text(table, "tag"), names(table.getTableOrEmpty("at"))));
      case null -> Optional.empty();
      case Object ignored -> Optional.empty();
    };
  }

  private static Queue queue(TomlTable toml, String key) {
    var queue = toml.getTable(key);
    return queue == null
        ? Queue.NONE
        : new Queue(
            number(queue, "bytes"),
            number(queue, "room"),
            number(queue, "from"),
            number(queue, "to"),
            new HashSet<>(texts(queue, "phantom")),
            number(queue, "limit"));
  }

  private static List<StackLayout.Test> waiting(TomlArray array) {
    var tests = new ArrayList<StackLayout.Test>();
    for (int i = 0; i < Math.min(array.size(), MOST); i++) {
      var toml = array.getTable(i);
      tests.add(
          new StackLayout.Test(
              text(toml, "path"),
              toml.getLong("bits", () -> 0),
              toml.getLong("below", () -> Long.MIN_VALUE),
              toml.getBoolean("none", () -> false),
              text(toml, "needs"),
              Set.copyOf(texts(toml, "states"))));
    }
    return List.copyOf(tests);
  }

  private static StackLayout.Handle handle(TomlTable toml) {
    return new StackLayout.Handle(
        text(toml, "path"),
        text(toml, "of"),
        text(toml, "back"),
        number(toml, "number"),
        text(toml, "accepting"),
        number(toml, "bytes"),
        number(toml, "limit"),
        texts(toml, "mailboxes"),
        texts(toml, "semaphores"),
        texts(toml, "places"));
  }

  private static StackLayout.Selecting selecting(TomlTable toml) {
    return new StackLayout.Selecting(
        text(toml, "in"), text(toml, "semaphore"), texts(toml, "sets"));
  }

  private static List<StackLayout.Counter> counters(TomlArray array) {
    var counters = new ArrayList<StackLayout.Counter>();
    for (int i = 0; i < Math.min(array.size(), MOST); i++) {
      var toml = array.getTable(i);
      counters.add(
          new StackLayout.Counter(text(toml, "name"), text(toml, "path"), text(toml, "about")));
    }
    return List.copyOf(counters);
  }

  private static List<StackLayout.Only> only(TomlArray array) {
    var musts = new ArrayList<StackLayout.Only>();
    for (int i = 0; i < Math.min(array.size(), MOST); i++) {
      var toml = array.getTable(i);
      musts.add(
          new StackLayout.Only(
              text(toml, "path"), toml.getLong("bits", () -> -1), toml.getLong("value", () -> 0)));
    }
    return List.copyOf(musts);
  }

  private static Map<String, String> names(TomlTable table) {
    var names = new HashMap<String, String>();
    for (var name : table.keySet()) {
      names.put(name, table.getString(List.of(name), () -> name));
    }
    return Map.copyOf(names);
  }

  /// One text, or an array of them.
  private static List<String> texts(TomlTable toml, String key) {
    var texts = new ArrayList<String>();
    if (toml.get(key) instanceof TomlArray array) {
      for (int i = 0; i < Math.min(array.size(), MOST); i++) {
        texts.add(array.getString(i));
      }
    } else if (!text(toml, key).isEmpty()) {
      texts.add(text(toml, key));
    }
    return List.copyOf(texts);
  }

  private String need(TomlTable toml, String key) throws ProfileException {
    var text = text(toml, key);
    if (text.isEmpty()) {
      throw new ProfileException(origin, "stack.sockets names no " + key);
    }
    return text;
  }

  private static String text(TomlTable toml, String key) {
    return toml.getString(key, () -> "");
  }
}
