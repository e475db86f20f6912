// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Completion for zsh (zshcompsys(1)) with what each verb and option means; picocli's own is for
/// bash and has no descriptions.
final class ZshCompletion {

  private ZshCompletion() {}

  static String of(CommandSpec root, String program) {
    var verbs =
        ManPage.shown(root).stream()
            .map(verb -> "    '" + quoted(verb.name()) + ":" + quoted(about(verb)) + "'")
            .collect(Collectors.joining("\n"));
    var cases =
        ManPage.shown(root).stream().map(ZshCompletion::arguments).collect(Collectors.joining());
    return """
    #compdef %s
    # Made from the program's own verbs.
    _%s() {
      local -a verbs
      verbs=(
    %s
      )
      if (( CURRENT == 2 )); then
        _describe 'verb' verbs
        return
      fi
      shift words
      (( CURRENT-- ))
      case $words[1] in
    %s  esac
    }
    _%s "$@"
    """
        .formatted(program, program, verbs, cases, program);
  }

  private static String arguments(CommandSpec verb) {
    var options =
        verb.options().stream()
            .filter(option -> !option.hidden())
            .map(ZshCompletion::option)
            .collect(Collectors.joining());
    return "    %s)\n      _arguments%s \\\n        '*:argument:_files' ;;\n"
        .formatted(verb.name(), options);
  }

  /// One line for each of its names.
  private static String option(OptionSpec option) {
    var about = quoted(String.join(" ", option.description()));
    var value = option.arity().max() == 0 ? "" : ":" + quoted(option.paramLabel()) + ":_files";
    return java.util.Arrays.stream(option.names())
        .map(name -> " \\\n        '%s[%s]%s'".formatted(name, about, value))
        .collect(Collectors.joining());
  }

  private static String about(CommandSpec verb) {
    return String.join(" ", verb.usageMessage().description());
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\")
        .replace("'", "'\\''")
        .replace("[", "\\[")
        .replace("]", "\\]")
        .replace(":", "\\:");
  }
}
