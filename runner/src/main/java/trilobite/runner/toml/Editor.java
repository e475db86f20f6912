// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

import java.util.List;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;

/// Applies edits to a TOML text and leaves every byte alone that they do not speak of.
public final class Editor {

  private Editor() {}

  public static String edit(String text, List<ProjectEdit> edits) {
    checkToml(text, "the text is no TOML: ");
    var result = text;
    for (var edit : edits) {
      result = apply(result, edit);
      checkToml(result, "the edit does not fit: ");
    }
    return result;
  }

  private static String apply(String text, ProjectEdit edit) {
    var layout = Layout.of(text);
    return switch (edit) {
      case ProjectEdit.Set(FieldPath path, Object value) -> set(layout, path, value);
      case ProjectEdit.Remove(FieldPath path) -> Removal.remove(layout, path);
      case ProjectEdit.AppendTable(FieldPath array, var values) ->
          Insertion.into(layout).element(array, values);
    };
  }

  private static String set(Layout layout, FieldPath path, Object value) {
    var text = layout.text();
    var node = layout.values().get(path);
    String result;
    if (node == null) {
      if (layout.sections().stream().anyMatch(s -> s.within(path))) {
        throw new IllegalArgumentException(path + " is a table");
      }
      result = Insertion.into(layout).value(path, Values.write(value, ""));
    } else if (node instanceof Node.Array array && value instanceof List<?> wanted) {
      var step = ArrayEdit.step(text, array, wanted);
      return step.equals(text) ? text : set(Layout.of(step), path, value);
    } else {
      var before = text.substring(node.start(), node.end());
      result = Splice.replace(text, node.start(), node.end(), Values.write(value, before));
    }
    checkSet(result, path, value);
    return result;
  }

  private static void checkSet(String result, FieldPath path, Object value) {
    checkToml(result, "the edit does not fit: ");
    var node = Layout.of(result).values().get(path);
    var wanted = "x = " + Values.write(value, "");
    if (node == null
        || !Values.sameMeaning("x = " + result.substring(node.start(), node.end()), wanted)) {
      throw new IllegalArgumentException(path + " has no place in this file");
    }
  }

  private static void checkToml(String text, String what) {
    if (TomlText.read(text) instanceof TomlText.Broken(var problems)) {
      throw new IllegalArgumentException(what + problems.getFirst().message());
    }
  }
}
