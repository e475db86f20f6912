// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

/// What of a file that is longer than the editor can be seen.
@Tag("ui")
final class EditorSightUiTest {

  private static final Path FILE = Samples.FOLDER.resolve("src/long.c");

  @RegisterExtension
  final OpenEditor open =
      new OpenEditor("src/long.c", "int broken = ;\n" + "int fine;\n".repeat(200));

  private final FakeDesk desk = open.desk();

  private CodeArea area() {
    return open.area().orElseThrow();
  }

  @Test
  void aFileOpensAtItsBeginning() {
    OnFx.await("lines in sight", () -> area().getVisibleParagraphs().size() > 5);
    OnFx.await("the first line", () -> area().firstVisibleParToAllParIndex() == 0);
  }

  @Test
  void theKeysGoToAFileThatWasAskedForBeforeItWasRead() {
    OnFx.await("the focus", () -> area().isFocused());
  }

  @Test
  void theKeysLeaveTheFieldWhereOneTypedBefore() {
    var field = new TextField();
    var asked =
        OnFx.get(
            () -> {
              var around = (StackPane) open.scene().getRoot();
              var second = new FileEditor(desk, FILE, _ -> {});
              around.getChildren().setAll(second.node(), field);
              field.requestFocus();
              second.focus();
              assertThat(field.isFocused()).as("what is typed now was a guest's").isFalse();
              return second;
            });
    OnFx.await(
        "the focus",
        () -> asked.node().lookup(".editor-text") instanceof CodeArea a && a.isFocused());
    OnFx.run(asked::close);
  }

  @Test
  void aPlaceThatIsGoneToStandsInTheMiddle() {
    OnFx.await("lines in sight", () -> area().getVisibleParagraphs().size() > 5);
    OnFx.run(() -> open.editor().go(new TextPlace(120, 3)));
    OnFx.painted();
    int rows = OnFx.get(() -> area().getVisibleParagraphs().size());
    assertThat(OnFx.get(() -> area().firstVisibleParToAllParIndex()))
        .isBetween(119 - rows / 2 - 3, 119 - rows / 2 + 3);
  }

  @Test
  void aProblemThatIsScrolledAwayLeavesNothingBehind() {
    problem();
    OnFx.await("a mark", () -> open.scene().lookup(".inline-message") != null);
    var whole = bright();
    assertThat(whole).isPositive();
    for (int pixels = 1; pixels <= 40; pixels++) {
      OnFx.run(() -> area().scrollYBy(1));
      assertThat(bright()).as("red after " + pixels + " px").isLessThanOrEqualTo(whole);
    }
  }

  @Test
  void aLongLineGoesOnBehindItsNumber() {
    OnFx.await("lines in sight", () -> area().getVisibleParagraphs().size() > 5);
    OnFx.run(() -> area().moveTo(3, 0));
    OnFx.painted();
    var before = besideNumbers();
    OnFx.run(() -> area().insertText(3, 0, "x".repeat(400)));
    OnFx.painted();
    OnFx.run(() -> area().scrollXBy(900));
    OnFx.painted();
    assertThat(besideNumbers()).isEqualTo(before);
  }

  /// The strip of the editor's left edge where problems are marked.
  private int[] besideNumbers() {
    var picture = Snapshot.take("editor-left", Theme.DARK, open.scene());
    return IntStream.range(0, picture.argb().length)
        .filter(i -> i % picture.width() < 20 && i / picture.width() < picture.height() * 3 / 4)
        .map(i -> picture.argb()[i])
        .toArray();
  }

  /// How many pixels have the colour of errors.
  private long bright() {
    var picture = Snapshot.take("editor-scrolled", Theme.DARK, open.scene());
    return Arrays.stream(picture.argb())
        .filter(argb -> (argb >> 16 & 255) > 200 && (argb >> 8 & 255) < 120)
        .count();
  }

  private void problem() {
    OnFx.run(
        () ->
            desk.session()
                .problems()
                .setAll(
                    new Diagnostic(
                        Severity.ERROR,
                        Optional.of(FILE),
                        Optional.of(new TextPlace(1, 14)),
                        "expected expression before ';' token",
                        List.of())));
  }
}
