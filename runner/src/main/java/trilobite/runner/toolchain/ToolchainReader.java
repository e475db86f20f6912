// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import trilobite.model.check.Finding;
import trilobite.model.project.FieldPath;
import trilobite.runner.data.Data;
import trilobite.runner.toml.Fields;
import trilobite.runner.toml.Layout;
import trilobite.runner.toml.Remarks;
import trilobite.runner.toml.TomlText;

/// Reads a toolchain descriptor, with the sets of matchers that it names.
final class ToolchainReader {

  private static final String VERSION = "(\\d+(?:\\.\\d+)+)";

  private final Data data;
  private final String folder;

  /// @param folder of the descriptors; matcher sets lie in `matchers` below it
  ToolchainReader(Data data, String folder) {
    this.data = data;
    this.folder = folder;
  }

  /// @throws IOException where the file cannot be read or is wrong; the message says where
  Toolchain read(String file) throws IOException {
    var name = file.substring(file.lastIndexOf('/') + 1).replace(".toml", "");
    var remarks = new ArrayList<Remarks>();
    var root = fields(file, remarks);
    var build = root.table("build");
    var toolchain =
        new Toolchain(
            name,
            root.string("title").orElse(name),
            root.string("summary").orElse(""),
            root.strings("recognise"),
            tools(root),
            root.table("install").map(Fields::texts).orElseGet(Map::of),
            build.map(b -> b.strings("command")).orElseGet(List::of),
            build.map(b -> b.strings("clean")).orElseGet(List::of),
            build.flatMap(b -> b.table("env")).map(Fields::texts).orElseGet(Map::of),
            build.flatMap(b -> b.string("image")),
            build.flatMap(b -> b.string("symbols")),
            build.flatMap(b -> b.string("prebuilt")),
            build.flatMap(b -> b.string("progress")).map(ToolchainReader::pattern),
            matchers(root, remarks));
    var wrong = remarks.stream().flatMap(r -> r.all().stream()).map(Finding::message).findFirst();
    if (wrong.isPresent()) {
      throw new IOException(file + ": " + wrong.get());
    }
    return toolchain;
  }

  private Fields fields(String file, List<Remarks> all) throws IOException {
    var text = data.text(file);
    return switch (TomlText.read(text)) {
      case TomlText.Valid(var table) -> {
        var remarks = new Remarks(Layout.of(text).places());
        all.add(remarks);
        yield Fields.of(new FieldPath(List.of()), table, remarks);
      }
      case TomlText.Broken(var problems) -> {
        var first = problems.getFirst();
        throw new IOException(file + ":" + first.place().line() + ": " + first.message());
      }
    };
  }

  private static List<Toolchain.Tool> tools(Fields root) {
    return root.tables("tool").stream()
        .map(
            tool ->
                new Toolchain.Tool(
                    tool.string("program").orElse(""),
                    tool.strings("version"),
                    pattern(tool.string("pattern").orElse(VERSION))))
        .filter(tool -> !tool.program().isEmpty())
        .toList();
  }

  private List<Matcher> matchers(Fields root, List<Remarks> remarks) throws IOException {
    var matchers = new ArrayList<Matcher>();
    for (var set : root.strings("matchers")) {
      for (var match : fields(folder + "/matchers/" + set + ".toml", remarks).tables("match")) {
        matchers.add(matcher(match));
      }
    }
    root.tables("match").forEach(match -> matchers.add(matcher(match)));
    return List.copyOf(matchers);
  }

  private static Matcher matcher(Fields match) {
    var kind = match.string("kind").orElse("problem").toUpperCase(Locale.ROOT);
    return new Matcher(kind(kind), pattern(match.string("pattern").orElse("(?!)")));
  }

  private static Matcher.Kind kind(String name) {
    return Optional.of(name)
        .filter(n -> List.of(Matcher.Kind.values()).stream().anyMatch(k -> k.name().equals(n)))
        .map(Matcher.Kind::valueOf)
        .orElseThrow(() -> new InvalidPattern("no kind of match: " + name));
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new InvalidPattern("no regular expression: " + text);
    }
  }

  /// Carries a wrong pattern out of a stream; never leaves this package.
  static final class InvalidPattern extends RuntimeException {
    InvalidPattern(String message) {
      super(message);
    }
  }
}
