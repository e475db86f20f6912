// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.util.List;
import java.util.Locale;
import org.reactfx.Subscription;
import trilobite.ui.editor.syntax.Syntax;

/// Colours the text by its language. Texts beyond a limit stay plain: colouring them would take
/// longer than a frame.
final class Colours implements EditorComponent {
  static final int LIMIT = 400_000;

  private final Syntax syntax;
  private Subscription typing = () -> {};

  Colours(Syntax syntax) {
    this.syntax = syntax;
  }

  @Override
  public void install(EditorFrame frame) {
    typing = frame.whenCalm(() -> colour(frame));
    colour(frame);
  }

  private void colour(EditorFrame frame) {
    var text = frame.area().getText();
    frame.layers().set("syntax", text.length() > LIMIT ? List.of() : parts(text));
  }

  private List<StyleLayers.Styled> parts(String text) {
    return syntax.tokens(text).stream()
        .map(
            t ->
                new StyleLayers.Styled(
                    t.start(), t.end(), "syntax-" + t.kind().name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  @Override
  public void uninstall() {
    typing.unsubscribe();
  }
}
