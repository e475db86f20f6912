// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// A man page in roff (man(7)), written from a command's own description. Picocli's writer makes
/// AsciiDoc, whose tool is larger than this program.
final class ManPage {

  private static final String EXITS =
      """
      .SH EXIT STATUS
      0 done, 1 the answer is no, 2 usage, 3 no such guest, project or file,
      4 the machine lacks something, 130 cancelled.
      """;

  private ManPage() {}

  /// The verbs that people see.
  static List<CommandSpec> shown(CommandSpec root) {
    return root.subcommands().values().stream()
        .map(line -> line.getCommandSpec())
        .filter(verb -> !verb.usageMessage().hidden())
        .toList();
  }

  static String of(CommandSpec command, String program) {
    var whole = command.parent() == null;
    var name = whole ? program : program + "-" + command.name();
    var page = new StringBuilder();
    page.append(
        ".TH \"%s\" 1 \"\" \"%s\" \"%s\"\n"
            .formatted(name.toUpperCase(Locale.ROOT), program, "Trilobite"));
    page.append(".SH NAME\n")
        .append(text(name))
        .append(" \\- ")
        .append(about(command))
        .append('\n');
    page.append(".SH SYNOPSIS\n.B ").append(text(whole ? program : program + " " + command.name()));
    page.append('\n').append(text(synopsis(command))).append('\n');
    page.append(".SH DESCRIPTION\n").append(about(command)).append('\n');
    arguments(command, page);
    if (whole) {
      page.append(".SH VERBS\n");
      shown(command).forEach(verb -> entry(verb.name(), about(verb), page));
    }
    command.subcommands().values().stream()
        .map(line -> line.getCommandSpec())
        .filter(each -> !whole && !each.usageMessage().hidden())
        .forEach(each -> entry(command.name() + " " + each.name(), about(each), page));
    return page.append(EXITS).append(".SH SEE ALSO\n").append(seeAlso(command, program)).toString();
  }

  private static String seeAlso(CommandSpec command, String program) {
    return command.parent() == null
        ? shown(command).stream()
            .map(verb -> ".BR %s (1)".formatted(text(program + "-" + verb.name())))
            .collect(Collectors.joining(",\n", "", "\n"))
        : ".BR %s (1)\n".formatted(program);
  }

  private static String synopsis(CommandSpec command) {
    var words = new StringBuilder();
    if (command.options().stream().anyMatch(option -> !option.hidden())) {
      words.append("[options]");
    }
    command.positionalParameters().forEach(each -> words.append(' ').append(each.paramLabel()));
    if (!command.subcommands().isEmpty()) {
      words.append(" [verb]");
    }
    return words.toString();
  }

  private static void arguments(CommandSpec command, StringBuilder page) {
    if (!command.positionalParameters().isEmpty()) {
      page.append(".SH ARGUMENTS\n");
      command.positionalParameters().forEach(each -> entry(each.paramLabel(), about(each), page));
    }
    var options = command.options().stream().filter(option -> !option.hidden()).toList();
    if (!options.isEmpty()) {
      page.append(".SH OPTIONS\n");
      options.forEach(option -> entry(names(option), about(option), page));
    }
  }

  private static String names(OptionSpec option) {
    var names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  private static void entry(String title, String about, StringBuilder page) {
    page.append(".TP\n.B ").append(text(title)).append('\n').append(about).append('\n');
  }

  private static String about(CommandSpec command) {
    return text(String.join(" ", command.usageMessage().description()));
  }

  private static String about(ArgSpec argument) {
    return text(String.join(" ", argument.description()));
  }

  /// Plain text as roff takes it: no line begins with a control character, hyphens stay hyphens.
  private static String text(String plain) {
    var safe = plain.replace("\\", "\\e").replace("-", "\\-").replace("%n", " ");
    return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
  }
}
