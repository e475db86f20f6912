// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import trilobite.model.console.BoundedText;

/// The symbols that a tree of Kconfig files declares, with prompts, menus and help. Reads the
/// language of Linux's Documentation/kbuild/kconfig-language.rst (6.1) as far as names, prompts,
/// types, menus, conditions and help go: it tells what there is, and leaves what follows from what
/// to the project's own tool. No program that a file names is run. Bounded in files, depth and
/// symbols.
final class KconfigSchema {

  static final int MOST_FILES = 3000;
  static final int MOST_SYMBOLS = 50_000;
  private static final int DEEPEST = 32;
  private static final Pattern NAME = Pattern.compile("\\w{1,200}");
  private static final Pattern WORD = Pattern.compile("\\$\\((\\w+)\\)");

  private final Map<String, String> words;
  private final Optional<Pattern> sourced;
  private final Path root;
  private final Map<String, KconfigEntry> entries = new LinkedHashMap<>();
  private final KconfigBlock block = new KconfigBlock();
  private int files;
  private int depth;
  private int missing;

  private KconfigSchema(Path root, Map<String, String> words, Optional<Pattern> sourced) {
    this.root = root;
    this.words = words;
    this.sourced = sourced;
  }

  /// @param words for `$(…)` in names of files
  /// @param sourced finds the file, group `file`, in a `source` line that would run a program
  static KconfigSchema read(Path root, Map<String, String> words, Optional<Pattern> sourced) {
    var schema = new KconfigSchema(root, words, sourced);
    schema.file(root);
    return schema;
  }

  /// By name, in the order of the menus.
  Map<String, KconfigEntry> entries() {
    return entries;
  }

  /// How many files there were; 0 where not even the first could be read.
  int files() {
    return files;
  }

  /// How many files were named and could not be read.
  int missing() {
    return missing;
  }

  KconfigBlock block() {
    return block;
  }

  private void file(Path path) {
    var text =
        files < MOST_FILES && depth < DEEPEST ? OptionText.of(path) : Optional.<String>empty();
    if (text.isEmpty()) {
      missing++;
      return;
    }
    files++;
    depth++;
    int before = block.depth();
    new KconfigParser(this, path).read(text.get());
    block.back(before);
    depth--;
  }

  /// Follows a `source` line.
  void source(String named) {
    var filled = fill(unquoted(named));
    if (filled.contains("$(")) {
      filled =
          sourced.flatMap(pattern -> find(pattern, unquoted(named))).map(this::fill).orElse("");
    }
    var base = Optional.ofNullable(root.getParent()).orElse(root);
    var path = filled.isEmpty() ? Optional.<Path>empty() : OptionText.path(base, filled);
    path.ifPresentOrElse(this::file, () -> missing++);
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private static Optional<String> find(Pattern pattern, String text) {
    try {
      var match = pattern.matcher(new BoundedText(text, BoundedText.LINE));
      return match.find() ? Optional.ofNullable(match.group("file")) : Optional.empty();
    } catch (BoundedText.TooCostlyException | IllegalArgumentException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private String fill(String text) {
    return WORD.matcher(text)
        .replaceAll(
            match ->
                java.util.regex.Matcher.quoteReplacement(
                    words.getOrDefault(match.group(1), match.group())));
  }

  /// Where a symbol is declared more than once, the declaration that people are asked by counts.
  void add(KconfigEntry entry) {
    if (!NAME.matcher(entry.name()).matches()) {
      return;
    }
    var known = entries.get(entry.name());
    if (known == null ? entries.size() < MOST_SYMBOLS : known.prompt().isEmpty()) {
      entries.put(entry.name(), entry);
    }
  }
}
