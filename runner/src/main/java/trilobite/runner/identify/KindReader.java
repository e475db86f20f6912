// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import trilobite.model.check.Finding;
import trilobite.model.project.FieldPath;
import trilobite.runner.data.Data;
import trilobite.runner.profile.ProfileTexts;
import trilobite.runner.toml.Fields;
import trilobite.runner.toml.Layout;
import trilobite.runner.toml.Remarks;
import trilobite.runner.toml.TomlText;

/// Reads what tells kinds of images apart: `[detect]` and `[boot]` of the OS profiles, and the list
/// of programs that are no operating systems. A network stack says nothing of the kernel around it.
/// One that cannot be read is left out; its profile's own check says why.
final class KindReader {

  private static final String PROGRAMS = "profiles/programs.toml";

  private KindReader() {}

  /// @param config Trilobite's configuration folder
  static Kinds load(Path config, KindStore store) throws IOException {
    var texts = new ArrayList<String>();
    ProfileTexts.load(config).all().forEach(text -> texts.add(text.content()));
    var programs = Data.shipped().text(PROGRAMS);
    var all = new ArrayList<>(texts);
    all.add(programs);
    var kept = store.read(all);
    if (kept.isPresent()) {
      return new Kinds(kept.get());
    }
    var kinds = kinds(texts, programs);
    store.write(all, kinds);
    return new Kinds(kinds);
  }

  private static List<Kind> kinds(List<String> texts, String programs) {
    var kinds = new ArrayList<Kind>();
    for (var text : texts) {
      // The user's own come last and win by name.
      read(text)
          .ifPresent(
              kind -> {
                kinds.removeIf(other -> other.name().equals(kind.name()));
                kinds.add(kind);
              });
    }
    var remarks = new ArrayList<Finding>();
    fields(programs, remarks)
        .ifPresent(root -> root.tables("program").forEach(one -> kinds.add(kind(one, false))));
    return List.copyOf(kinds);
  }

  /// The kind that a profile's text describes; empty where the text is wrong.
  static Optional<Kind> read(String text) {
    try {
      return fields(text, new ArrayList<>())
          .filter(root -> !root.string("kind").orElse("").equals("stack"))
          .map(root -> kind(root, true));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /// What is wrong with the parts of a profile that are read here, each with its line.
  static List<String> problems(String text) {
    var found = new ArrayList<Finding>();
    try {
      var root = fields(text, found);
      root.ifPresent(fields -> kind(fields, true));
      return root.map(fields -> fields.remarks().all()).orElse(found).stream()
          .map(f -> f.place().map(p -> "line " + p.line() + ": ").orElse("") + f.message())
          .toList();
    } catch (PatternSyntaxException e) {
      return List.of("a regular expression is wrong: " + e.getDescription());
    }
  }

  private static Optional<Fields> fields(String text, List<Finding> broken) {
    return switch (TomlText.read(text)) {
      case TomlText.Valid(var table) ->
          Optional.of(
              Fields.of(new FieldPath(List.of()), table, new Remarks(Layout.of(text).places())));
      case TomlText.Broken(var problems) -> {
        var remarks = new Remarks(java.util.Map.of());
        problems.forEach(p -> remarks.error(new FieldPath(List.of()), p.message()));
        broken.addAll(remarks.all());
        yield Optional.empty();
      }
    };
  }

  private static Kind kind(Fields root, boolean profile) {
    var name = root.string("name").orElse("");
    var detect = root.table("detect");
    return new Kind(
        name,
        profile,
        root.string("title").orElse(name),
        detect
            .map(d -> d.tables("marks").stream().map(KindReader::mark).toList())
            .orElse(List.of()),
        detect.map(d -> Set.copyOf(d.strings("symbols"))).orElse(Set.of()),
        detect.map(d -> d.strings("notes")).orElse(List.of()),
        detect.map(d -> d.strings("on")).orElse(List.of()),
        root.table("boot").map(b -> boot(b, root)).orElse(Kind.Boot.NONE));
  }

  private static Kind.Mark mark(Fields mark) {
    return new Kind.Mark(
        mark.string("text").orElse(""), mark.string("version").map(Pattern::compile));
  }

  private static Kind.Boot boot(Fields boot, Fields root) {
    return new Kind.Boot(
        boot.string("machine"),
        boot.string("memory"),
        boot.string("append").orElse(""),
        boot.string("needs"),
        root.table("console").flatMap(KindReader::ready));
  }

  /// A ready pattern goes into project files as text; a regular expression stays in the profile.
  private static Optional<String> ready(Fields console) {
    return console.has("ready") ? console.string("ready") : Optional.empty();
  }
}
