// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

/// One change to the text of `trilobite.toml`. Applying it keeps comments, order, layout and
/// unknown keys.
public sealed interface ProjectEdit {

  /// Sets a value, adding key and table where absent. `value` is a `String`, `Long`, `Boolean` or a
  /// `List` of these.
  record Set(FieldPath path, Object value) implements ProjectEdit {}

  /// Removes a value, an array element or a whole table.
  record Remove(FieldPath path) implements ProjectEdit {}

  /// Appends a table to an array of tables such as `target.default.drive`; values as in [Set].
  record AppendTable(FieldPath array, java.util.SequencedMap<String, Object> values)
      implements ProjectEdit {}
}
