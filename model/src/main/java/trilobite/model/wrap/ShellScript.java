// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A shell script, or a line pasted from one, read for the QEMU that it starts. Words are split as
/// a POSIX shell does; variables are filled in where the script itself sets them to plain text
/// before. Nothing is run.
public final class ShellScript {

  /// A QEMU's words, program first.
  ///
  /// @param unknown variables and commands in them whose value only a run would tell
  public record Found(List<String> words, List<String> unknown) {}

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern ASSIGNED =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(\\+?=)(.*)", Pattern.DOTALL);
  private static final Pattern QEMU =
      Pattern.compile("(?:.*/)?(?:qemu-system-[A-Za-z0-9_-]+|qemu-kvm|kvm)");

  private final String text;
  private final Map<String, String> variables = new HashMap<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private boolean quoted;
  private int at;

  private ShellScript(String text) {
    this.text = text;
  }

  /// The first QEMU that a script starts.
  public static Optional<Found> qemu(String text) {
    return new ShellScript(text).find();
  }

  private Optional<Found> find() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '<' || c == '>') {
        descriptor();
      }
      if (c == '\n' || c == ';' || c == '&' || c == '|' || c == '<' || c == '>') {
        var found = command();
        if (found.isPresent()) {
          return found;
        }
      } else if (c == ' ' || c == '\t' || c == '\r') {
        end();
      } else if (c == '#' && !inWord) {
        at = lineEnd();
      } else {
        take(c);
      }
    }
    return command();
  }

  /// In `2>file` the digit is no word.
  private void descriptor() {
    if (!quoted && word.chars().allMatch(Character::isDigit)) {
      word.setLength(0);
      inWord = false;
    }
  }

  private void take(char c) {
    inWord = true;
    switch (c) {
      case '\\' -> escape();
      case '\'' -> {
        int close = closing('\'');
        word.append(text, at, close);
        at = Math.min(text.length(), close + 1);
        quoted = true;
      }
      case '"' -> doubleQuotes();
      case '$', '`' -> variable(c);
      default -> word.append(c);
    }
  }

  private void escape() {
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
      inWord = word.length() > 0 || quoted;
    } else if (at < text.length()) {
      word.append(text.charAt(at++));
    }
  }

  private void doubleQuotes() {
    quoted = true;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return;
      } else if (c == '\\' && at < text.length() && "$`\"\\\n".indexOf(text.charAt(at)) >= 0) {
        char escaped = text.charAt(at++);
        if (escaped != '\n') {
          word.append(escaped);
        }
      } else if (c == '$' || c == '`') {
        variable(c);
      } else {
        word.append(c);
      }
    }
  }

  /// What a variable holds that was set before; others stay in the word as they are.
  private void variable(char c) {
    int from = at - 1;
    if (c == '`' || text.startsWith("(", at)) {
      int close = c == '`' ? closing('`') : closing(')');
      at = Math.min(text.length(), close + 1);
      keep(text.substring(from, at));
      return;
    }
    boolean braces = text.startsWith("{", at);
    var name = NAME.matcher(text).region(braces ? at + 1 : at, text.length());
    if (!name.lookingAt()) {
      word.append('$');
      return;
    }
    at = name.end();
    if (braces) {
      at = Math.min(text.length(), closing('}') + 1);
    }
    var value = Optional.ofNullable(variables.get(name.group()));
    if (value.isEmpty()) {
      keep(text.substring(from, at));
    } else if (quoted) {
      word.append(value.get());
    } else {
      split(value.get());
    }
  }

  private void keep(String unread) {
    unknown.add(unread);
    word.append(unread);
  }

  /// An unquoted variable's value falls into words.
  private void split(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n') {
        end();
      } else {
        inWord = true;
        word.append(c);
      }
    }
    inWord = word.length() > 0;
  }

  private int closing(char end) {
    int close = text.indexOf(end, at);
    return close < 0 ? text.length() : close;
  }

  private int lineEnd() {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private void end() {
    if (inWord || quoted) {
      words.add(word.toString());
    }
    word.setLength(0);
    inWord = false;
    quoted = false;
  }

  /// What the words before here come to.
  private Optional<Found> command() {
    end();
    for (int i = 0; i < words.size(); i++) {
      if (QEMU.matcher(words.get(i)).matches()) {
        var found = List.copyOf(words.subList(i, words.size()));
        var open =
            unknown.stream().filter(u -> found.stream().anyMatch(w -> w.contains(u))).toList();
        words.clear();
        return found.size() > 1 ? Optional.of(new Found(found, open)) : Optional.empty();
      }
      if (i == 0 || words.size() == 1) {
        assign(words.get(i));
      }
    }
    words.clear();
    return Optional.empty();
  }

  private void assign(String text) {
    var assigned = ASSIGNED.matcher(text);
    if (assigned.matches()) {
      var before =
          assigned.group(2).equals("+=") ? variables.getOrDefault(assigned.group(1), "") : "";
      variables.put(assigned.group(1), before + assigned.group(3));
    }
  }
}
