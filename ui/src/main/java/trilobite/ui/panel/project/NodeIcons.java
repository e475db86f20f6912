// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.project;

import trilobite.model.workspace.FileNode.Kind;

/// Icons and words of what lies in a project.
final class NodeIcons {

  private NodeIcons() {}

  static String icon(Kind kind) {
    return switch (kind) {
      case FOLDER -> "ci-folder";
      case CODE -> "ci-code";
      case TEXT, OTHER -> "ci-document";
      case PROJECT -> "ci-settings-adjust";
      case IMAGE -> "ci-chip";
      case SYMBOLS -> "ci-debug";
      case DISK -> "ci-vmdk-disk";
    };
  }

  static String word(Kind kind) {
    return switch (kind) {
      case FOLDER -> "folder";
      case CODE -> "source file";
      case TEXT -> "text file";
      case PROJECT -> "project file";
      case IMAGE -> "image";
      case SYMBOLS -> "debug symbols";
      case DISK -> "disk image";
      case OTHER -> "file";
    };
  }

  /// True for what the editor can be expected to show.
  static boolean text(Kind kind) {
    return switch (kind) {
      case CODE, TEXT, PROJECT, OTHER -> true;
      case FOLDER, IMAGE, SYMBOLS, DISK -> false;
    };
  }
}
