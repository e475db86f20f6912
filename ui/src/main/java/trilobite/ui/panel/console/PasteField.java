// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

/// A field for one line that does not join several ones when they are pasted.
final class PasteField extends TextField {

  private final Consumer<Pasted> lines;

  /// @param lines hears of text of more than one line; the field is then as it was
  PasteField(Consumer<Pasted> lines) {
    this.lines = lines;
  }

  @Override
  public void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || (text.indexOf('\n') < 0 && text.indexOf('\r') < 0)) {
      super.paste();
      return;
    }
    var at = getSelection();
    lines.accept(Pasted.of(getText(0, at.getStart()), text, getText(at.getEnd(), getLength())));
  }
}
