// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import trilobite.ui.panel.FileView;

/// An open file: its tab and its editor.
record FileTab(Path file, FileView view, Tab tab) {

  static FileTab of(Path file, FileView view, String icon) {
    var tab =
        new Tab(
            id(file),
            String.valueOf(file.getFileName()),
            icon,
            file.toString(),
            Bindings.createStringBinding(() -> ""),
            "",
            view.unsaved(),
            view.readonly(),
            new Tab.Content() {
              @Override
              public Node node() {
                return view.node();
              }

              @Override
              public void focus() {
                view.focus();
              }

              @Override
              public void close() {
                view.close();
              }
            });
    return new FileTab(file, view, tab);
  }

  static String id(Path file) {
    return "file:" + file;
  }
}
