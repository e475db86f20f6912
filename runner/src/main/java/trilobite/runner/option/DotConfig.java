// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.option;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A `.config` as Kconfig's tools write it: `CONFIG_NAME=value` or `# CONFIG_NAME is not set`, a
/// line each (Linux 6.1, scripts/kconfig/confdata.c).
final class DotConfig {

  private static final String PREFIX = "CONFIG_";
  private static final Pattern LINE =
      Pattern.compile("(?m)^(?:CONFIG_(\\w+)=(.*)|# CONFIG_(\\w+) is not set)$");

  private DotConfig() {}

  /// What it gives each symbol; `n` where it says that it is not set.
  static Map<String, String> values(String text) {
    var values = new LinkedHashMap<String, String>();
    var matcher = LINE.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        values.put(matcher.group(1), plain(matcher.group(2).stripTrailing()));
      } else {
        values.put(matcher.group(3), "n");
      }
    }
    return values;
  }

  private static String plain(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
  }

  /// The text with another value for a symbol; all other lines stay as they are.
  static String with(String text, String name, String kind, String value) {
    var line = line(name, kind, value);
    var own =
        Pattern.compile("(?m)^(?:CONFIG_%1$s=.*|# CONFIG_%1$s is not set)$".formatted(name))
            .matcher(text);
    if (own.find()) {
      return own.replaceFirst(Matcher.quoteReplacement(line));
    }
    return text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + line + "\n";
  }

  private static String line(String name, String kind, String value) {
    return switch (kind) {
      case "string" ->
          PREFIX + name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      case "bool", "tristate" ->
          value.equals("n") ? "# " + PREFIX + name + " is not set" : PREFIX + name + "=" + value;
      case String _ -> PREFIX + name + "=" + value;
    };
  }

  /// Why a value is none of its kind; empty where it is one.
  static String wrong(String kind, String value) {
    return switch (kind) {
      case "bool" -> value.matches("[yn]") ? "" : "It is y or n.";
      case "tristate" -> value.matches("[ymn]") ? "" : "It is y, m or n.";
      case "int" -> value.matches("-?\\d{1,18}") ? "" : "It is a whole number.";
      case "hex" -> value.matches("0[xX][0-9a-fA-F]{1,16}") ? "" : "It is a number such as 0x1000.";
      case String _ -> value.matches("\\P{Cntrl}{0,1000}") ? "" : "It is one line of text.";
    };
  }
}
