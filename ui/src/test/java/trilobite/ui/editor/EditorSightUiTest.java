// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
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

  private Bounds message() {
    return OnFx.get(
        () -> {
          var label = open.scene().lookup(".inline-message");
          return label.localToScreen(label.getLayoutBounds());
        });
  }

  private Bounds lineOnScreen(int line) {
    return OnFx.get(
        () -> {
          int end = area().getAbsolutePosition(line, area().getParagraphLength(line));
          return area().getCharacterBoundsOnScreen(end - 1, end).orElseThrow();
        });
  }

  @Test
  void aMessageGoesWithItsLineWhereLinesComeBeforeIt() {
    problem();
    OnFx.await("a mark", () -> open.scene().lookup(".inline-message") != null);
    for (int lines = 1; lines <= 3; lines++) {
      OnFx.run(() -> area().insertText(0, "\n"));
      OnFx.painted();
      int line = lines;
      OnFx.await(
          "the message beside line " + lines,
          () -> Math.abs(message().getMinY() - lineOnScreen(line).getMinY()) < 2);
    }
  }

  /// Letters that are underlined as wrong, of all the text.
  private String underlined() {
    return OnFx.get(
        () -> {
          var wrong = new StringBuilder();
          for (int i = 0; i < area().getLength(); i++) {
            var letter = area().getText(i, i + 1);
            // A line's end has the style of its last letter.
            if (!letter.equals("\n") && area().getStyleOfChar(i).contains("squiggle-error")) {
              wrong.append(letter);
            }
          }
          return wrong.toString();
        });
  }

  @Test
  void whatIsUnderlinedStaysSoWhileItIsTypedBeforeAndGoesWithItsText() {
    OnFx.run(() -> area().replaceText("int broken = 7;\nint other;\n"));
    problem();
    OnFx.await("a mark", () -> underlined().equals("7"));
    var comment = "/* one */ ";
    OnFx.run(() -> area().insertText(0, comment));
    coloured(0);
    assertThat(underlined()).isEqualTo("7");
    OnFx.run(() -> area().replaceText(0, area().getParagraphLength(0), ""));
    OnFx.run(() -> area().insertText(1, comment));
    coloured(1);
    assertThat(underlined()).isEmpty();
  }

  @Test
  void whatIsMissingAtALinesEndIsMarkedThere() {
    OnFx.run(() -> area().replaceText("int other = 7\nint"));
    problem();
    OnFx.await("a mark", () -> underlined().equals("7"));
  }

  /// Waits until a comment that was put in there has its colour: what is shown was set anew.
  private void coloured(int at) {
    OnFx.await(
        "colours", () -> OnFx.get(() -> area().getStyleOfChar(at).contains("syntax-comment")));
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
