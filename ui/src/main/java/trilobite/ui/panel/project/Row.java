// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.project;

import java.util.Optional;
import trilobite.model.check.Severity;
import trilobite.model.workspace.FileNode;
import trilobite.model.workspace.FileNode.Kind;

/// A line of the tree.
///
/// @param depth 0 for the project's folder
/// @param open true for a folder that shows what it holds
/// @param problem the worst problem in the file, or below the folder
record Row(FileNode node, int depth, boolean open, Optional<Severity> problem) {

  boolean folder() {
    return node.kind() == Kind.FOLDER;
  }

  String name() {
    return String.valueOf(node.path().getFileName());
  }
}
