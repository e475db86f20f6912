// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import trilobite.model.port.Settings;
import trilobite.model.project.TextPlace;
import trilobite.ui.session.ProjectKey;

/// Keeps a project's layout as a setting, and brings it back when the project is opened again.
final class LayoutKeeper {

  private static final Pattern CARET = Pattern.compile("([1-9]\\d{0,8}):([1-9]\\d{0,8})");

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
    var carets = editor.files().stream().map(file -> written(file.view().caret())).toList();
    var layout =
        arrangement
            .save(Layout.EMPTY)
            .with("left.open", left.ids())
            .with("left.share", Math.rint(left.share() * 1000) / 1000)
            .with("tool.selected", tools.selectedIds())
            .with("tool.second", tools.secondIds())
            .with("editor.files", files)
            .with("editor.carets", carets)
            .with("editor.pages", editor.pages());
    return editor
        .selected()
        .get()
        .map(tab -> layout.with("editor.selected", tab.id()))
        .orElse(layout);
  }

  /// The files that were open, each with its caret where that is known.
  static Map<Path, Optional<TextPlace>> files(Layout layout) {
    var carets = layout.list("editor.carets");
    var files = new LinkedHashMap<Path, Optional<TextPlace>>();
    for (var file : layout.list("editor.files")) {
      int at = files.size();
      files.put(Path.of(file), at < carets.size() ? place(carets.get(at)) : Optional.empty());
    }
    return files;
  }

  private static String written(TextPlace caret) {
    return caret.line() + ":" + caret.column();
  }

  private static Optional<TextPlace> place(String text) {
    var match = CARET.matcher(text);
    return match.matches()
        ? Optional.of(
            new TextPlace(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
        : Optional.empty();
  }

  private static String key(Path folder) {
    return ProjectKey.of(folder) + "layout";
  }
}
