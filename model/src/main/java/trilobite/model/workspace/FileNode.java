// SPDX-License-Identifier: Apache-2.0
package trilobite.model.workspace;

import java.nio.file.Path;

/// An entry of a project's file tree.
///
/// @param kind decides the icon
/// @param status difference to git HEAD
public record FileNode(Path path, Kind kind, Status status) {

  /// What an entry is.
  public enum Kind {
    FOLDER,
    CODE,
    TEXT,
    PROJECT,
    IMAGE,
    SYMBOLS,
    DISK,
    OTHER
  }

  /// Difference to git HEAD; `NONE` outside a repository.
  public enum Status {
    NONE,
    MODIFIED,
    ADDED,
    IGNORED
  }
}
