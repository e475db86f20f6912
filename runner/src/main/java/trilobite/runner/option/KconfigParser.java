// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.option;

import java.nio.file.Path;
import java.util.Optional;

/// Reads one Kconfig file into a schema, line by line.
final class KconfigParser {

  private final KconfigSchema schema;
  private final Path file;
  private Optional<Draft> open = Optional.empty();
  private boolean titled;
  private int choices;

  /// A declaration under way.
  private static final class Draft {
    final String name;
    final int line;
    String kind = "";
    String prompt = "";
    String needs = "";
    final StringBuilder help = new StringBuilder();

    Draft(String name, int line) {
      this.name = name;
      this.line = line;
    }
  }

  KconfigParser(KconfigSchema schema, Path file) {
    this.schema = schema;
    this.file = file;
  }

  void read(String text) {
    var lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      int number = i + 1;
      var whole = new StringBuilder(lines[i]);
      while (whole.toString().endsWith("\\") && i + 1 < lines.length) {
        whole.setLength(whole.length() - 1);
        whole.append(lines[++i]);
      }
      var line = KconfigLine.of(whole.toString());
      if (line.word().equals("help") || line.word().equals("---help---")) {
        i = help(lines, i + 1) - 1;
      } else if (!line.blank() && line.word().charAt(0) != '#') {
        line(line, number);
      }
    }
    close();
  }

  /// Takes the text that follows `help`: all that is indented as its first line is.
  ///
  /// @return the line after it
  private int help(String[] lines, int first) {
    int at = first;
    int indent = -1;
    while (at < lines.length) {
      var line = KconfigLine.of(lines[at]);
      if (!line.blank()) {
        indent = indent < 0 ? line.indent() : indent;
        if (line.indent() < indent || line.indent() == 0) {
          break;
        }
      }
      var words = lines[at].strip();
      open.ifPresent(draft -> draft.help.append(words).append('\n'));
      at++;
    }
    return at;
  }

  private void line(KconfigLine line, int number) {
    switch (line.word()) {
      case "config", "menuconfig" -> {
        close();
        open = Optional.of(new Draft(line.rest(), number));
      }
      case "menu" -> {
        close();
        schema.block().menu(line.quoted());
        titled = true;
      }
      case "choice" -> {
        close();
        schema.block().choice(file + ":" + ++choices);
        titled = true;
      }
      case "if" -> {
        close();
        schema.block().when(line.rest(), title(line.rest()));
      }
      case "endmenu", "endchoice", "endif" -> {
        close();
        schema.block().end();
      }
      case "source", "osource", "rsource", "orsource" -> {
        close();
        schema.source(line.rest());
      }
      case "comment", "mainmenu" -> close();
      case String attribute -> attribute(attribute, line);
    }
  }

  /// A condition that is a symbol alone: what it guards is that symbol's menu.
  private String title(String condition) {
    var entry = schema.entries().get(condition);
    return entry == null ? "" : entry.prompt();
  }

  private void attribute(String word, KconfigLine line) {
    switch (word) {
      case "bool", "tristate", "string", "int", "hex", "def_bool", "def_tristate" -> {
        open.ifPresent(draft -> draft.kind = word.replace("def_", ""));
        prompt(line);
      }
      case "prompt" -> prompt(line);
      case "depends" -> {
        var needs = line.rest().replaceFirst("^on\\s+", "");
        open.ifPresent(draft -> draft.needs = KconfigBlock.and(draft.needs, needs));
        if (titled) {
          schema.block().say("", needs);
        }
      }
      // Defaults, selections and ranges are for the tool that configures.
      case String _ -> {}
    }
  }

  private void prompt(KconfigLine line) {
    var prompt = line.quoted();
    if (!prompt.isEmpty()) {
      open.ifPresent(draft -> draft.prompt = prompt);
      if (titled) {
        schema.block().say(prompt, "");
      }
    }
  }

  private void close() {
    titled = false;
    open.ifPresent(
        draft -> {
          var block = schema.block();
          var needs = block.needs().isEmpty() ? draft.needs : and(block.needs(), draft.needs);
          schema.add(
              new KconfigEntry(
                  draft.name,
                  draft.kind,
                  draft.prompt,
                  block.path(),
                  needs,
                  draft.help.toString().strip(),
                  block.choice(),
                  file,
                  draft.line));
        });
    open = Optional.empty();
  }

  private static String and(String one, String other) {
    return other.isEmpty() ? one : KconfigBlock.and(one, other);
  }
}
