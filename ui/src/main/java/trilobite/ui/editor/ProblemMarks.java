// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.reactfx.Subscription;
import trilobite.model.build.Diagnostic;
import trilobite.ui.fx.Fx;

/// Shows the problems of the file where they stand: an icon in the margin, a tint and a squiggle,
/// and the message after the line's end. Lines move with the text while it is edited.
final class ProblemMarks implements EditorComponent {
  private final Path file;
  private final ObservableList<Diagnostic> all;
  private final ReadOnlyObjectWrapper<ProblemLines> shown;
  private final List<Integer> tinted = new ArrayList<>();
  private InvalidationListener follow = o -> {};
  private Subscription typing = () -> {};
  private Subscription moving = () -> {};
  private boolean due;

  ProblemMarks(Path file, ObservableList<Diagnostic> all) {
    this.file = file;
    this.all = all;
    this.shown = new ReadOnlyObjectWrapper<>(new ProblemLines(file, all));
  }

  /// The problems of this file as they stand now.
  ReadOnlyObjectProperty<ProblemLines> shown() {
    return shown.getReadOnlyProperty();
  }

  @Override
  public void install(EditorFrame frame) {
    follow =
        o -> {
          shown.set(new ProblemLines(file, all));
          mark(frame);
        };
    all.addListener(follow);
    typing =
        frame
            .area()
            .plainTextChanges()
            .subscribe(
                change -> {
                  var at = frame.area().offsetToPosition(change.getPosition(), Bias.Forward);
                  int delta = lines(change.getInserted()) - lines(change.getRemoved());
                  // Lines that are put before a line's first letter push it down too.
                  int line = at.getMinor() == 0 && delta > 0 ? at.getMajor() - 1 : at.getMajor();
                  if (delta != 0) {
                    shown.set(shown.get().shifted(line, delta));
                    Fx.later(() -> mark(frame));
                  }
                });
    moving = frame.area().viewportDirtyEvents().subscribe(e -> messagesSoon(frame));
    mark(frame);
  }

  private static int lines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private void mark(EditorFrame frame) {
    var lines = shown.get().lines();
    var marks = new HashMap<Integer, Gutter.Problem>();
    lines.forEach(
        (line, problems) ->
            marks.put(line, new Gutter.Problem(problems.getFirst().severity(), text(problems))));
    frame.gutter().problems(marks);
    tint(frame);
    frame.layers().set("problems", squiggles(frame));
    messagesSoon(frame);
  }

  private static String text(List<Diagnostic> problems) {
    return problems.stream().map(Diagnostic::message).collect(Collectors.joining("\n"));
  }

  private void tint(EditorFrame frame) {
    int paragraphs = frame.area().getParagraphs().size();
    tinted.stream()
        .filter(l -> l < paragraphs)
        .forEach(l -> frame.area().setParagraphStyle(l, List.of()));
    tinted.clear();
    shown
        .get()
        .lines()
        .forEach(
            (line, problems) -> {
              if (line < paragraphs) {
                frame.area().setParagraphStyle(line, List.of("line-" + word(problems.getFirst())));
                tinted.add(line);
              }
            });
  }

  private static String word(Diagnostic problem) {
    return problem.severity().name().toLowerCase(Locale.ROOT);
  }

  private List<StyleLayers.Styled> squiggles(EditorFrame frame) {
    var parts = new ArrayList<StyleLayers.Styled>();
    var area = frame.area();
    shown
        .get()
        .lines()
        .forEach(
            (line, problems) -> {
              if (line < area.getParagraphs().size()) {
                var text = area.getParagraph(line).getText();
                var place = problems.getFirst().place();
                // What is missing at a line's end is missed after its last letter.
                int last = Math.max(0, text.length() - 1);
                int from = place.map(p -> Math.clamp(p.column() - 1, 0, last)).orElse(0);
                int start = area.getAbsolutePosition(line, from);
                parts.add(
                    new StyleLayers.Styled(
                        start,
                        start + ProblemLines.wordLength(text, from),
                        "squiggle-" + word(problems.getFirst())));
              }
            });
    return parts;
  }

  private void messagesSoon(EditorFrame frame) {
    var scene = frame.overlay().getScene();
    if (scene != null && !due) {
      due = true;
      Fx.afterLayout(
          scene,
          () -> {
            due = false;
            messages(frame);
          });
    }
  }

  private void messages(EditorFrame frame) {
    var overlay = frame.overlay();
    overlay.getChildren().clear();
    if (overlay.getScene() == null) {
      return;
    }
    var area = frame.area();
    shown
        .get()
        .lines()
        .forEach(
            (line, problems) -> {
              if (line < area.getParagraphs().size()) {
                int end = area.getAbsolutePosition(line, area.getParagraphLength(line));
                // Empty where the line is outside of the view.
                var bounds =
                    area.getParagraphLength(line) == 0
                        ? area.getParagraphBoundsOnScreen(
                            area.allParToVisibleParIndex(line).orElse(-1))
                        : area.getCharacterBoundsOnScreen(end - 1, end);
                bounds
                    .map(overlay::screenToLocal)
                    .ifPresent(b -> overlay.getChildren().add(message(problems, b)));
              }
            });
  }

  private static Label message(List<Diagnostic> problems, javafx.geometry.Bounds at) {
    var label = new Label(problems.getFirst().message().lines().findFirst().orElse(""));
    label.getStyleClass().addAll("inline-message", "inline-" + word(problems.getFirst()));
    label.relocate(at.getMaxX() + 18, at.getMinY());
    label.setMinHeight(at.getHeight());
    return label;
  }

  @Override
  public void uninstall() {
    all.removeListener(follow);
    typing.unsubscribe();
    moving.unsubscribe();
  }
}
