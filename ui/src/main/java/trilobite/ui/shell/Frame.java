// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// The window's parts, put together.
record Frame(
    StackPane root,
    TopBar top,
    Rail rail,
    Areas areas,
    StatusBar status,
    JobStrip jobs,
    Overlay overlay) {

  /// What lies between the bars.
  record Areas(
      LeftArea left, EditorArea editor, ToolArea tools, RightArea right, Arrangement arrangement) {

    static Areas of(Panels panels, EditorArea editor) {
      var left = new LeftArea(panels.in(trilobite.ui.panel.Place.LEFT));
      var tools = new ToolArea();
      var right = new RightArea(panels.in(trilobite.ui.panel.Place.RIGHT));
      return new Areas(left, editor, tools, right, new Arrangement(left, editor, tools, right));
    }
  }

  static Frame of(
      TopBar top, Rail rail, Areas areas, StatusBar status, JobStrip jobs, Overlay overlay) {
    var body = new BorderPane();
    body.setTop(top);
    body.setLeft(rail);
    body.setCenter(areas.arrangement().node());
    body.setBottom(status);
    var root = new StackPane(new Node[] {body, overlay});
    root.getStyleClass().add("tri-window");
    root.getStylesheets().add(sheet("/trilobite/ui/shell/shell.css"));
    return new Frame(root, top, rail, areas, status, jobs, overlay);
  }

  /// Lets go of what does not fit.
  void fit(Fit fit, double scale) {
    top.fit(fit);
    areas.arrangement().fit(fit, scale);
  }

  private static String sheet(String path) {
    return java.util.Objects.requireNonNull(Frame.class.getResource(path), path).toExternalForm();
  }
}
