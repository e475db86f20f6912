// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/// The value of an option of the form `first,key=value,flag`, a doubled comma standing for one.
/// Source: `util/keyval.c` and `util/qemu-option.c` of QEMU 7.2. A later key replaces an earlier
/// one.
///
/// @param values a bare word counts as `on`, and one with `no` before it as `off`, as QEMU's short
///   forms do
public record QemuProperties(SequencedMap<String, String> values) {

  public static final QemuProperties NONE = new QemuProperties(new LinkedHashMap<>());

  private static final Set<String> ON = Set.of("on", "yes", "true", "y");
  private static final Pattern JSON_TEXT =
      Pattern.compile("\"([A-Za-z0-9_.-]+)\"\\s*:\\s*(?:\"([^\"\\\\]*)\"|(true|false|-?\\d+))");

  /// @param implied key of a first value that has none; empty where there is no such
  public static QemuProperties of(String text, String implied) {
    var values = new LinkedHashMap<String, String>();
    if (text.startsWith("{")) {
      json(text, values);
      return new QemuProperties(values);
    }
    var parts = split(text);
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      int equal = part.indexOf('=');
      if (equal >= 0) {
        values.put(part.substring(0, equal), part.substring(equal + 1));
      } else if (i == 0 && !implied.isEmpty()) {
        values.put(implied, part);
      } else if (part.startsWith("no") && part.length() > 2) {
        values.put(part.substring(2), "off");
      } else if (!part.isEmpty()) {
        values.put(part, "on");
      }
    }
    return new QemuProperties(values);
  }

  /// Newer forms of QEMU's options may be written in JSON. Only plain members are read.
  private static void json(String text, Map<String, String> into) {
    var found = JSON_TEXT.matcher(text);
    while (found.find()) {
      var word = found.group(2) == null ? found.group(3) : found.group(2);
      into.put(
          found.group(1),
          switch (word) {
            case "true" -> "on";
            case "false" -> "off";
            case String plain -> plain;
          });
    }
  }

  /// The pieces between single commas.
  static List<String> split(String text) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != ',') {
        part.append(text.charAt(i));
      } else if (i + 1 < text.length() && text.charAt(i + 1) == ',') {
        part.append(',');
        i++;
      } else {
        parts.add(part.toString());
        part.setLength(0);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  public Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /// True where a switch is on, as `qapi_bool_parse` of `qapi/qapi-util.c` spells it.
  public boolean on(String key) {
    return get(key).filter(ON::contains).isPresent();
  }

  QemuProperties with(QemuProperties later) {
    var both = new LinkedHashMap<>(values);
    both.putAll(later.values);
    return new QemuProperties(both);
  }
}
