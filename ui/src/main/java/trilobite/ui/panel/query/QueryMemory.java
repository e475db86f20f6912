// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import trilobite.model.port.Settings;

/// Queries that were asked, the newest first, kept as a setting.
record QueryMemory(Settings settings) {

  private static final String KEY = "query.history";
  private static final int MOST = 30;
  private static final int LONGEST = 4_000;

  List<String> all() {
    return settings
        .get(KEY)
        .map(text -> Arrays.stream(text.split("\t", -1)).map(QueryMemory::read).toList())
        .orElse(List.of());
  }

  void add(String query) {
    var asked = query.strip();
    if (asked.isEmpty() || asked.length() > LONGEST) {
      return;
    }
    var all = new ArrayList<>(all());
    all.remove(asked);
    all.addFirst(asked);
    settings.put(
        KEY, all.stream().limit(MOST).map(QueryMemory::written).collect(Collectors.joining("\t")));
  }

  /// One line without tabs, which the setting has between queries.
  private static String written(String query) {
    return query.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
  }

  private static String read(String line) {
    var text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      var c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        i++;
        text.append(line.charAt(i) == 'n' ? '\n' : line.charAt(i) == 't' ? '\t' : line.charAt(i));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
