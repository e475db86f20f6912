// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.Subscription;
import trilobite.ui.control.Clips;

/// The text area with places where components put what they show: bars above, marks in the gutter,
/// styles in layers, nodes over the text.
final class EditorFrame {
  private static final Duration CALM = Duration.ofMillis(120);

  private final CodeArea area = new CodeArea();
  private final Pane overlay = new Pane();
  private final VBox bars = new VBox();
  private final BorderPane root = new BorderPane();
  private final Gutter gutter = new Gutter(area);
  private final StyleLayers layers = new StyleLayers(area);
  private final List<EditorComponent> components = new ArrayList<>();

  EditorFrame() {
    area.getStyleClass().add("editor-text");
    // RichTextFX's own sheet lies nearer than the theme, and asks for the system's monospaced font:
    // lines were as high as that one, whichever it was.
    area.getStylesheets().removeIf(sheet -> sheet.endsWith("code-area.css"));
    overlay.setMouseTransparent(true);
    overlay.setManaged(false);
    var stack = new StackPane(new VirtualizedScrollPane<>(area), overlay);
    // The overlay follows the text's size without taking part in its layout.
    overlay.prefWidthProperty().bind(stack.widthProperty());
    overlay.prefHeightProperty().bind(stack.heightProperty());
    // A line that is half scrolled away keeps its words out of the bars above.
    Clips.within(stack, overlay);
    root.setTop(bars);
    root.setCenter(stack);
    root.getStyleClass().add("editor-frame");
  }

  Node node() {
    return root;
  }

  CodeArea area() {
    return area;
  }

  Pane overlay() {
    return overlay;
  }

  Gutter gutter() {
    return gutter;
  }

  StyleLayers layers() {
    return layers;
  }

  /// Shows a bar above the text; the same bar twice is shown once.
  void show(Node bar) {
    if (!bars.getChildren().contains(bar)) {
      bars.getChildren().add(bar);
    }
  }

  /// Shows words about the file as a bar, in place of those before.
  void tell(Banner words) {
    tellNothing();
    show(words);
  }

  void tellNothing() {
    bars.getChildren().removeIf(Banner.class::isInstance);
  }

  void hide(Node bar) {
    bars.getChildren().remove(bar);
  }

  boolean shows(Node bar) {
    return bars.getChildren().contains(bar);
  }

  /// Calls `then` when the typing has paused for a moment.
  Subscription whenCalm(Runnable then) {
    return area.multiPlainChanges().successionEnds(CALM).subscribe(changes -> then.run());
  }

  void install(EditorComponent component) {
    components.add(component);
    component.install(this);
  }

  void dispose() {
    components.reversed().forEach(EditorComponent::uninstall);
    components.clear();
    area.dispose();
  }
}
