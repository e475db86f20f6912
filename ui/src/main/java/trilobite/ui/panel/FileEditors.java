// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

import java.nio.file.Path;

/// Makes editors for the files of a project. Found through
/// `META-INF/services/trilobite.ui.panel.FileEditors`; JavaFX thread only.
public interface FileEditors {

  /// Called once at the window's start, as [Panel#announce].
  default void announce(Desk desk) {}

  /// An editor for a file, which it reads in the background; what cannot be read is said inside it.
  FileView open(Path file, Desk desk);
}
