// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import trilobite.model.port.Settings;
import trilobite.ui.session.ProjectKey;

/// Keeps a project's layout as a setting, and brings it back when the project is opened again.
final class LayoutKeeper {

  private final Settings settings;
  private String kept = "";

  LayoutKeeper(Settings settings) {
    this.settings = settings;
  }

  /// The layout that was kept for a project; before its first time, the plain one.
  Optional<Layout> of(Path folder) {
    return settings.get(key(folder)).map(Layout::decode);
  }

  void keep(Path folder, Layout layout) {
    var text = layout.encode();
    if (!text.equals(kept)) {
      kept = text;
      settings.put(key(folder), text);
    }
  }

  /// Reads the open files, tabs and areas of a window.
  static Layout read(Arrangement arrangement, LeftArea left, EditorArea editor, ToolArea tools) {
    List<String> files = editor.files().stream().map(file -> file.file().toString()).toList();
    var layout =
        arrangement
            .save(Layout.EMPTY)
            .with("left.open", left.ids())
            .with("left.share", Math.rint(left.share() * 1000) / 1000)
            .with("tool.selected", tools.selectedIds())
            .with("tool.second", tools.secondIds())
            .with("editor.files", files)
            .with("editor.pages", editor.pages());
    return editor
        .selected()
        .get()
        .map(tab -> layout.with("editor.selected", tab.id()))
        .orElse(layout);
  }

  private static String key(Path folder) {
    return ProjectKey.of(folder) + "layout";
  }
}
