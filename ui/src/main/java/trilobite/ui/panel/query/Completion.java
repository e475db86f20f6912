// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import trilobite.model.guest.View;

/// What could stand at the caret: tables after `from` and `join`, columns of a table after its name
/// or alias and a dot, else columns of the tables that the query names. Pure.
record Completion(List<View<?>> tables) {

  private static final int MOST = 40;
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*$");
  private static final Pattern AFTER_TABLE_WORD =
      Pattern.compile("\\b(?:from|join)\\s+(?:\\w+\\s*(?:\\w+)?\\s*,\\s*)*$");
  private static final Pattern QUALIFIER = Pattern.compile("(\\w+)\\.$");
  private static final Pattern USE =
      Pattern.compile(
          "\\b(?:from|join)\\s+(\\w+)(?:\\s+(?:as\\s+)?(\\w+))?|,\\s*(\\w+)\\s+(\\w+)\\b");

  /// A name that fits.
  ///
  /// @param about unit and meaning of a column, or what a table has
  record Choice(String name, String about) {}

  /// @param from where the word begins that is being written
  record At(int from, List<Choice> choices) {}

  At at(String text, int caret) {
    var before = text.substring(0, caret);
    var word = WORD.matcher(before);
    var from = word.find() ? word.start() : caret;
    var begun = before.substring(from).toLowerCase(Locale.ROOT);
    var lead = before.substring(0, from).toLowerCase(Locale.ROOT);
    var fitting =
        all(text.toLowerCase(Locale.ROOT), lead).entrySet().stream()
            .filter(each -> each.getKey().startsWith(begun) && !each.getKey().equals(begun))
            .limit(MOST)
            .map(each -> new Choice(each.getKey(), each.getValue()))
            .toList();
    return new At(from, fitting);
  }

  private Map<String, String> all(String text, String lead) {
    var choices = new LinkedHashMap<String, String>();
    var qualifier = QUALIFIER.matcher(lead);
    if (qualifier.find()) {
      var named = uses(text).getOrDefault(qualifier.group(1), qualifier.group(1));
      view(named, choices);
      return choices;
    }
    if (AFTER_TABLE_WORD.matcher(lead).find()) {
      tables.forEach(view -> choices.put(view.name(), view.about()));
      return choices;
    }
    uses(text).values().stream().distinct().forEach(named -> view(named, choices));
    tables.forEach(view -> choices.putIfAbsent(view.name(), view.about()));
    if (choices.size() == tables.size()) {
      tables.forEach(view -> view(view.name(), choices));
    }
    return choices;
  }

  private void view(String name, Map<String, String> into) {
    for (var view : tables) {
      if (view.name().equals(name)) {
        view.table()
            .columns()
            .forEach(
                column ->
                    into.putIfAbsent(
                        column.name(),
                        column.unit().isEmpty()
                            ? column.meaning()
                            : column.meaning() + ", in " + column.unit()));
      }
    }
  }

  /// Tables by the names that the query gives them.
  private Map<String, String> uses(String text) {
    var known = tables.stream().map(View::name).collect(Collectors.toSet());
    var uses = new LinkedHashMap<String, String>();
    var use = USE.matcher(text);
    while (use.find()) {
      var table = use.group(1) == null ? use.group(3) : use.group(1);
      var alias = use.group(1) == null ? use.group(4) : use.group(2);
      if (known.contains(table)) {
        uses.put(table, table);
        if (alias != null) {
          uses.put(alias, table);
        }
      }
    }
    return uses;
  }
}
