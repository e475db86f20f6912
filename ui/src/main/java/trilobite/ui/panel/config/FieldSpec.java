// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.model.project.Target;

/// One field of the form: where it stands in the file, how it is shown, read and written.
///
/// @param key below the target, such as `memory` or `network.mode`
/// @param kind which control it gets
/// @param options the choices of a choice or a combination box
/// @param hint a few words below the control, empty for none
/// @param read the value as text
/// @param write the edits that give the field of a target a new text
record FieldSpec(
    Section section,
    String key,
    String label,
    Kind kind,
    List<String> options,
    String hint,
    Function<Target, String> read,
    BiFunction<FieldPath, String, List<ProjectEdit>> write) {

  /// Kinds of controls.
  enum Kind {
    TEXT,
    LONG_TEXT,
    CHOICE,
    COMBO,
    NUMBER,
    MEMORY,
    FLAG,
    LINES
  }

  FieldPath path(String target) {
    return FieldPath.target(target, key.split("\\."));
  }

  List<ProjectEdit> edits(String target, String text) {
    return write.apply(path(target), text);
  }
}
