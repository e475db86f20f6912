// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;

/// Random edits of oddly laid out texts: the meaning changes as asked, and lines that hold nothing
/// of the edited value keep their bytes and their order.
class EditorPropertyTest {

  private static final String ODD =
      """
      # header  \t
      title = 'odd'   # trailing spaces stay:  \s

      [project]   # about
      name = "a\\"b"
        "quoted key" = 'it'
      dotted.one = 1
      dotted.'t w o' = 0x1F

      [build]
      command = [ 'make' , # the tool
         "-j2",

         # alone
        "all"
      ]
      env = { CC = "gcc", deep.er = [1, 2], "x y" = { z = '' } }
      date = 1979-05-27 07:32:00Z # a date with a space
      [target.default]
      memory = \"""
      64M\"""
      flags = []
      [[target.default.drive]]
      file = "a.img" # first
      [target.default.drive.extra]
      n = 1

      # about the second
      [[target.default.drive]]
      file = 'b.img'
      [target.small]
        inherits    =    "default"
      # last words, no newline""";

  static List<Long> seeds() {
    return new Random(20260).longs(150).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void meaningFollowsAndOtherLinesStay(long seed) {
    var random = new Random(seed);
    var text = random.nextBoolean() ? ODD : ODD.replace("\n", "\r\n");
    text = random.nextBoolean() ? text : "\uFEFF" + text;
    for (int i = 0; i < 12; i++) {
      var edit = randomEdit(random, text);
      var expected = apply(meaning(text), edit);
      var edited = Editor.edit(text, List.of(edit));
      assertThat(meaning(edited)).as("%s on%n%s%ngave%n%s", edit, text, edited).isEqualTo(expected);
      assertOtherLinesStay(text, edited, edit);
      assertThat(edited.replace("\r\n", "").contains("\n")).isEqualTo(!text.contains("\r\n"));
      text = edited;
    }
  }

  private static ProjectEdit randomEdit(Random random, String text) {
    var values = Layout.of(text).values();
    var paths = new ArrayList<>(values.keySet());
    var known = paths.isEmpty() ? FieldPath.of("new") : paths.get(random.nextInt(paths.size()));
    var scalar = values.get(known) instanceof Node.Scalar;
    return switch (random.nextInt(5)) {
      case 0 -> new ProjectEdit.Remove(known);
      case 1 -> new ProjectEdit.AppendTable(drives(text), drive(random));
      case 2 -> new ProjectEdit.Set(fresh(random), value(random));
      case 3 -> new ProjectEdit.Set(scalar ? known : fresh(random), value(random));
      default ->
          new ProjectEdit.Set(FieldPath.of("build", "command"), List.of("make", value(random)));
    };
  }

  private static FieldPath drives(String text) {
    var small =
        Layout.of(text).sections().stream().anyMatch(s -> s.path().keys().contains("small"));
    return FieldPath.target(small ? "small" : "default", "drive");
  }

  private static SequencedMap<String, Object> drive(Random random) {
    var drive = new LinkedHashMap<String, Object>();
    drive.put("file", "f" + random.nextInt(100));
    drive.put("snapshot", random.nextBoolean());
    return drive;
  }

  private static FieldPath fresh(Random random) {
    var key = "k" + random.nextInt(1000);
    return switch (random.nextInt(6)) {
      case 0 -> FieldPath.of(key);
      case 1 -> FieldPath.of("project", "dotted", key);
      case 2 -> FieldPath.of("build", "env", key);
      case 3 -> FieldPath.target("default", "network", key);
      case 4 -> FieldPath.target("new target", key);
      default -> FieldPath.of("debug", key);
    };
  }

  private static Object value(Random random) {
    var text = List.of("plain", "q\"uote", "it's", "tab\tline\nend", "ünï 😀", "", "#[]{}=,");
    return switch (random.nextInt(4)) {
      case 0 -> random.nextLong();
      case 1 -> random.nextBoolean();
      default -> text.get(random.nextInt(text.size()));
    };
  }

  private static void assertOtherLinesStay(String before, String after, ProjectEdit edit) {
    var touched = touchedLines(before, edit);
    var old = before.split("(?<=\n)", -1);
    var edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, raw(before), raw(after));
    for (var change : edits) {
      for (int line = change.getBeginA(); line < change.getEndA(); line++) {
        boolean allowed =
            touched.contains(line)
                // A removed table takes a blank line along; an appended line ends the last one.
                || old[line].isBlank()
                || line == old.length - 1;
        assertThat(allowed).as("line %d of%n%s%nby %s%n%s", line, before, edit, after).isTrue();
      }
    }
  }

  private static RawText raw(String text) {
    return new RawText(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static List<Integer> touchedLines(String text, ProjectEdit edit) {
    var path =
        switch (edit) {
          case ProjectEdit.Set set -> set.path();
          case ProjectEdit.Remove remove -> remove.path();
          case ProjectEdit.AppendTable append -> append.array();
        };
    var lines = new TextLines(text);
    var touched = new ArrayList<Integer>();
    Layout.of(text)
        .values()
        .forEach(
            (at, node) -> {
              // Siblings in the same brackets share lines with what is edited.
              if (at.within(path) || (path.within(at) && !(node instanceof Node.Scalar))) {
                int last = lines.place(node.end()).line();
                for (int i = lines.place(node.start()).line(); i <= last; i++) {
                  touched.add(i - 1);
                }
              }
            });
    return touched;
  }

  @SuppressWarnings("unchecked")
  private static Object apply(Object root, ProjectEdit edit) {
    switch (edit) {
      case ProjectEdit.Set(FieldPath path, Object value) -> {
        var holder = holder(root, path, true);
        if (holder instanceof List<?> list) {
          ((List<Object>) list).set(Integer.parseInt(path.keys().getLast()), value);
        } else {
          ((Map<String, Object>) holder).put(path.keys().getLast(), value);
        }
      }
      case ProjectEdit.AppendTable(FieldPath array, var values) -> {
        var map = (Map<String, Object>) holder(root, array, true);
        var list =
            (List<Object>) map.computeIfAbsent(array.keys().getLast(), _ -> new ArrayList<>());
        list.add(new TreeMap<>(values));
      }
      case ProjectEdit.Remove(FieldPath path) -> {
        switch (holder(root, path, false)) {
          case Map<?, ?> map -> map.remove(path.keys().getLast());
          case List<?> list -> list.remove(Integer.parseInt(path.keys().getLast()));
          case Object other -> throw new AssertionError(other);
        }
      }
    }
    return prune(root);
  }

  @SuppressWarnings("unchecked")
  private static Object holder(Object root, FieldPath path, boolean make) {
    var at = root;
    for (var key : path.parent().keys()) {
      if (at instanceof Map<?, ?> map) {
        if (make) {
          ((Map<String, Object>) map).computeIfAbsent(key, _ -> new TreeMap<>());
        }
        at = java.util.Objects.requireNonNull(map.get(key));
      } else {
        at = ((List<Object>) at).get(Integer.parseInt(key));
      }
    }
    return at;
  }

  private static Object meaning(String text) {
    return prune(plain(Toml.parse(text.startsWith("\uFEFF") ? text.substring(1) : text)));
  }

  private static Object plain(Object value) {
    return switch (value) {
      case TomlTable table -> {
        var map = new TreeMap<String, Object>();
        table.keySet().forEach(key -> map.put(key, plain(table.get(List.of(key)))));
        yield map;
      }
      case TomlArray array ->
          new ArrayList<>(array.toList().stream().map(EditorPropertyTest::plain).toList());
      case Object scalar -> scalar;
    };
  }

  /// Without empty tables: whether one stays behind when its last key goes is a matter of layout.
  private static Object prune(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var kept = new TreeMap<String, Object>();
        map.forEach((key, item) -> kept.put((String) key, prune(item)));
        kept.values().removeIf(item -> item instanceof Map<?, ?> m && m.isEmpty());
        yield kept;
      }
      case List<?> list -> new ArrayList<>(list.stream().map(EditorPropertyTest::prune).toList());
      case Object scalar -> scalar;
    };
  }
}
