// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;
import trilobite.model.project.FieldPath;

/// Typed access to a table, seen through the tables that it inherits from: the nearest that has a
/// key decides, and tables merge. A value of the wrong type becomes a remark and counts as absent.
public record Fields(List<Level> levels, Remarks remarks) {

  /// A table and where it stands.
  public record Level(FieldPath path, TomlTable table) {}

  private record Found(FieldPath path, Object value) {}

  public static Fields of(FieldPath path, TomlTable table, Remarks remarks) {
    return new Fields(List.of(new Level(path, table)), remarks);
  }

  public FieldPath path(String key) {
    return levels.stream()
        .filter(level -> level.table().contains(List.of(key)))
        .findFirst()
        .orElseGet(levels::getFirst)
        .path()
        .then(key);
  }

  public boolean has(String key) {
    return find(key).isPresent();
  }

  public Optional<String> string(String key) {
    return typed(key, String.class, "a text in quotes");
  }

  public Optional<Boolean> flag(String key) {
    return typed(key, Boolean.class, "true or false");
  }

  public OptionalLong integer(String key) {
    return typed(key, Long.class, "a whole number").stream().mapToLong(n -> n).findFirst();
  }

  /// A text, or a whole number as it reads.
  public Optional<String> stringOrInteger(String key) {
    return find(key).map(Found::value).orElse("") instanceof Long n
        ? Optional.of(n.toString())
        : string(key);
  }

  public List<String> strings(String key) {
    var array = typed(key, TomlArray.class, "a list of texts");
    return array.map(items -> strings(path(key), items)).orElseGet(List::of);
  }

  /// A list of lists of texts.
  public List<List<String>> rows(String key) {
    var rows = new ArrayList<List<String>>();
    var array = typed(key, TomlArray.class, "a list of lists").map(TomlArray::toList);
    for (var row : array.orElseGet(List::of)) {
      var at = path(key).then(Integer.toString(rows.size()));
      if (row instanceof TomlArray items) {
        rows.add(strings(at, items));
      } else {
        wrong(at, row, "a list of texts");
      }
    }
    return rows;
  }

  public Optional<Fields> table(String key) {
    var found = new ArrayList<Level>();
    for (var level : levels) {
      var value = level.table().get(List.of(key));
      if (value instanceof TomlTable table) {
        found.add(new Level(level.path().then(key), table));
      } else if (value != null) {
        wrong(level.path().then(key), value, "a table");
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(new Fields(found, remarks));
  }

  /// The elements of an array of tables, of the nearest level that has it.
  public List<Fields> tables(String key) {
    var tables = new ArrayList<Fields>();
    var array = typed(key, TomlArray.class, "a list of tables").map(TomlArray::toList);
    for (var item : array.orElseGet(List::of)) {
      var at = path(key).then(Integer.toString(tables.size()));
      if (item instanceof TomlTable table) {
        tables.add(of(at, table, remarks));
      } else {
        wrong(at, item, "a table");
      }
    }
    return tables;
  }

  /// All texts of a table, in file order.
  public Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    for (var key : levels.getFirst().table().keySet()) {
      string(key).ifPresent(text -> texts.put(key, text));
    }
    return texts;
  }

  private Optional<Found> find(String key) {
    for (var level : levels) {
      var value = level.table().get(List.of(key));
      if (value != null) {
        return Optional.of(new Found(level.path().then(key), value));
      }
    }
    return Optional.empty();
  }

  private <T> Optional<T> typed(String key, Class<T> type, String wanted) {
    var found = find(key);
    found
        .filter(f -> !type.isInstance(f.value()))
        .ifPresent(f -> wrong(f.path(), f.value(), wanted));
    return found.map(Found::value).filter(type::isInstance).map(type::cast);
  }

  private List<String> strings(FieldPath at, TomlArray items) {
    var strings = new ArrayList<String>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof String text) {
        strings.add(text);
      } else {
        wrong(at.then(Integer.toString(i)), items.get(i), "a text in quotes");
      }
    }
    return List.copyOf(strings);
  }

  private void wrong(FieldPath at, Object value, String wanted) {
    var is =
        switch (value) {
          case String _ -> "a text";
          case Long _, Double _ -> "a number";
          case Boolean _ -> "true or false";
          case TomlArray _ -> "a list";
          case TomlTable _ -> "a table";
          case Object _ -> "a date or time";
        };
    remarks.error(at, at + " is " + is + "; it must be " + wanted + ".");
  }
}
