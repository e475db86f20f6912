// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import trilobite.model.project.FieldPath;
import trilobite.runner.data.Data;
import trilobite.runner.toml.Fields;
import trilobite.runner.toml.Layout;
import trilobite.runner.toml.Remarks;
import trilobite.runner.toml.TomlText;
import trilobite.runner.toolchain.Toolchain.Page;
import trilobite.runner.toolchain.Toolchain.Sign;
import trilobite.runner.toolchain.Toolchain.Start;
import trilobite.runner.toolchain.Toolchain.Step;
import trilobite.runner.toolchain.Toolchain.Tool;
import trilobite.runner.toolchain.Toolchain.Variable;

/// Reads a toolchain descriptor, with those that it inherits from and the sets of matchers that it
/// names. Both may be the shipped ones.
final class ToolchainReader {

  private static final String VERSION = "(\\d+(?:\\.\\d+)+)";
  private static final String CALLS = "/matchers/posix.toml";

  private final List<Data> sources;
  private final String folder;
  private final Patterns patterns;
  private final List<Remarks> remarks = new ArrayList<>();

  /// @param sources where files are looked for, in that order
  /// @param folder of the descriptors; matcher sets lie in `matchers` below it
  /// @param suspicious true to try each regular expression on hard lines
  ToolchainReader(List<Data> sources, String folder, boolean suspicious) {
    this.patterns = new Patterns(suspicious);
    this.sources = List.copyOf(sources);
    this.folder = folder;
  }

  /// @throws IOException where the file cannot be read or is wrong; the message says where
  Toolchain read(String file) throws IOException {
    var name = file.substring(file.lastIndexOf('/') + 1).replace(".toml", "");
    var root = inherited(file, new ArrayList<>());
    var build = root.table("build");
    var matchers = matchers(root);
    var toolchain =
        new Toolchain(
            name,
            root.string("title").orElse(name),
            root.string("summary").orElse(""),
            signs(root),
            root.tables("tool").stream().flatMap(t -> tool(t).stream()).toList(),
            root.table("install").map(Fields::texts).orElseGet(Map::of),
            root.tables("configure").stream().map(ToolchainReader::step).toList(),
            build.map(b -> b.strings("command")).orElseGet(List::of),
            build.map(b -> b.strings("clean")).orElseGet(List::of),
            build.map(b -> b.strings("menuconfig")).orElseGet(List::of),
            build.flatMap(b -> b.table("env")).map(Fields::texts).orElseGet(Map::of),
            root.tables("variable").stream().map(this::variable).toList(),
            build.flatMap(b -> b.string("image")),
            build.flatMap(b -> b.string("symbols")),
            build.flatMap(b -> b.string("prebuilt")),
            build.flatMap(b -> patterns.optional(b, "progress")),
            root.table("times").map(this::times),
            root.tables("options").stream().map(this::options).toList(),
            matchers,
            calls(matchers),
            root.table("start").map(ToolchainReader::start).orElse(Start.NONE),
            root.table("page").map(ToolchainReader::page).orElse(Page.NONE));
    var wrong = remarks.stream().flatMap(r -> r.all().stream()).findFirst();
    if (wrong.isPresent()) {
      var line = wrong.get().place().map(place -> ":" + place.line()).orElse("");
      throw new IOException(file + line + ": " + wrong.get().message());
    }
    return toolchain;
  }

  /// The table of a file, seen through to those that it inherits from.
  private Fields inherited(String file, List<String> visited) throws IOException {
    if (visited.contains(file)) {
      throw new IOException(
          visited.getFirst() + ": it inherits from itself by " + String.join(", ", visited) + ".");
    }
    visited.add(file);
    var own = fields(file);
    var parent = own.string("inherits");
    if (parent.isEmpty()) {
      return own;
    }
    // A descriptor of the same name in the user's folder may build on the shipped one.
    var other = folder + "/" + parent.get() + ".toml";
    var levels = new ArrayList<>(own.levels());
    levels.addAll(inherited(other, visited).levels());
    return new Fields(List.copyOf(levels), own.remarks());
  }

  private Fields fields(String file) throws IOException {
    var text = text(file);
    return switch (TomlText.read(text)) {
      case TomlText.Valid(var table) -> {
        var found = new Remarks(Layout.of(text).places());
        remarks.add(found);
        DescriptorKeys.check(table, found);
        yield Fields.of(new FieldPath(List.of()), table, found);
      }
      case TomlText.Broken(var problems) -> {
        var first = problems.getFirst();
        throw new IOException(file + ":" + first.place().line() + ": " + first.message());
      }
    };
  }

  private String text(String file) throws IOException {
    for (var source : sources.subList(0, sources.size() - 1)) {
      if (source.files(file.substring(0, file.lastIndexOf('/'))).contains(file)) {
        return source.text(file);
      }
    }
    try {
      return sources.getLast().text(file);
    } catch (NoSuchFileException e) {
      throw new IOException(file + " is not there.", e);
    }
  }

  private static List<Sign> signs(Fields root) {
    var signs = new ArrayList<Sign>();
    root.strings("recognise").forEach(file -> signs.add(new Sign(List.of(file), Map.of())));
    for (var sign : root.tables("sign")) {
      signs.add(
          new Sign(
              sign.strings("files"), sign.table("texts").map(Fields::texts).orElseGet(Map::of)));
    }
    return List.copyOf(signs);
  }

  private Optional<Tool> tool(Fields tool) {
    return tool.string("program")
        .map(
            program ->
                new Tool(program, tool.strings("version"), patterns.at(tool, "pattern", VERSION)));
  }

  private static Step step(Fields step) {
    return new Step(
        step.strings("command"),
        step.string("unless"),
        step.string("when"),
        step.string("newer"),
        step.string("than"),
        step.string("from"),
        step.string("into"));
  }

  private Variable variable(Fields variable) {
    return new Variable(
        variable.string("name").orElse(""),
        variable.string("file").orElse(""),
        patterns.at(variable, "pattern", "(?!)"),
        variable.string("otherwise").orElse(""));
  }

  private Toolchain.Times times(Fields times) {
    double millis = times.string("unit").orElse("ms").equals("s") ? 1000 : 1;
    return new Toolchain.Times(
        times.string("output"),
        times
            .string("log")
            .map(
                file ->
                    new Toolchain.Times.Log(file, patterns.at(times, "pattern", "(?!)"), millis)));
  }

  private Toolchain.OptionSpec options(Fields options) {
    var parts = new LinkedHashMap<String, Pattern>();
    options
        .table("parts")
        .ifPresent(
            table ->
                table.texts().keySet().forEach(t -> parts.put(t, patterns.at(table, t, "(?!)"))));
    return new Toolchain.OptionSpec(
        options.string("title").orElse("Options"),
        options.string("file").orElse(""),
        kind(options, "reader", Toolchain.Reader.class, Toolchain.Reader.YAML),
        options.string("schema").orElse(""),
        patterns.optional(options, "sourced"),
        options.table("words").map(Fields::texts).orElseGet(Map::of),
        options.table("help").map(Fields::texts).orElseGet(Map::of),
        parts,
        options.flag("readonly").orElse(false));
  }

  private static Start start(Fields start) {
    return new Start(
        start.string("arch"),
        start.string("machine"),
        start.string("memory"),
        start.string("loader"),
        start.string("initrd"),
        start.string("drive"),
        start.string("append"),
        start.string("ready"),
        start.string("network").orElse("user"),
        start.flag("legacy").orElse(true));
  }

  private static Page page(Fields page) {
    return new Page(
        page.string("manual").orElse(""),
        page.string("tried"),
        page.string("source").orElse(""),
        page.strings("profiles"),
        page.string("arguments").orElse(""),
        page.string("address").orElse(""),
        page.strings("notes"));
  }

  private List<Matcher> matchers(Fields root) throws IOException {
    var matchers = new ArrayList<Matcher>();
    for (var set : root.strings("matchers")) {
      fields(folder + "/matchers/" + set + ".toml")
          .tables("match")
          .forEach(match -> matchers.add(matcher(match)));
    }
    root.tables("match").forEach(match -> matchers.add(matcher(match)));
    return List.copyOf(matchers);
  }

  private Matcher matcher(Fields match) {
    return new Matcher(
        kind(match, "kind", Matcher.Kind.class, Matcher.Kind.PROBLEM),
        patterns.at(match, "pattern", "(?!)"),
        match.table("json").map(ToolchainReader::json));
  }

  private static Matcher.Json json(Fields json) {
    return new Matcher.Json(
        pointer(json, "item"),
        json.string("message").orElse("message"),
        json.string("severity").orElse("severity"),
        json.string("places").orElse("places"),
        json.string("primary").orElse(""),
        pointer(json, "file"),
        pointer(json, "line"),
        pointer(json, "column"),
        json.string("notes").orElse("notes"));
  }

  private static String pointer(Fields json, String key) {
    var pointer = json.string(key).orElse("");
    if (!pointer.isEmpty() && !pointer.startsWith("/")) {
      json.remarks()
          .error(json.path(key), json.path(key) + " is no JSON pointer: it begins with /.");
      return "";
    }
    return pointer;
  }

  /// One of several words; another word is a remark.
  private static <E extends Enum<E>> E kind(Fields fields, String key, Class<E> type, E otherwise) {
    var name = fields.string(key);
    if (name.isEmpty()) {
      return otherwise;
    }
    var kinds = new LinkedHashMap<String, E>();
    for (var kind : type.getEnumConstants()) {
      kinds.put(kind.name().toLowerCase(Locale.ROOT), kind);
    }
    var kind = Optional.ofNullable(kinds.get(name.get()));
    if (kind.isEmpty()) {
      fields
          .remarks()
          .error(
              fields.path(key),
              "There is no " + key + " “" + name.get() + "”: " + kinds.keySet() + ".");
    }
    return kind.orElse(otherwise);
  }

  private Set<String> calls(List<Matcher> matchers) throws IOException {
    return matchers.stream().anyMatch(m -> m.kind() == Matcher.Kind.MISSING)
        ? Set.copyOf(fields(folder + CALLS).strings("calls"))
        : Set.of();
  }
}
