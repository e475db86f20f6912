// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import trilobite.model.job.Job;
import trilobite.model.port.Projects;
import trilobite.model.project.TextPlace;
import trilobite.model.workspace.TextFile;
import trilobite.ui.editor.syntax.Syntax;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.FileView;
import trilobite.ui.panel.Toast;

/// A text file open in the window. JavaFX thread; reading, saving and comparing happen in jobs.
final class FileEditor implements FileView {
  private final Desk desk;
  private final Path file;
  private final Consumer<FileEditor> closed;
  private final Syntax syntax;
  private final FileEditorModel model = new FileEditorModel();
  private final EditorFrame frame = new EditorFrame();
  private final FindBar find = new FindBar();
  private final GoToLineBar goToLine = new GoToLineBar();
  private final FileReading reading;
  private final Changes changes;
  private final BorderPane root = new BorderPane();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper readonly = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper caretText = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper formatText = new ReadOnlyStringWrapper("");
  private Optional<TextPlace> wanted = Optional.empty();
  private Optional<String> draft = Optional.empty();
  private boolean loaded;
  private boolean keysWanted;

  /// Starts to read the file at once; the node shows that it does.
  FileEditor(Desk desk, Path file, Consumer<FileEditor> closed) {
    this.desk = desk;
    this.closed = closed;
    this.file = file;
    this.syntax = Syntax.of(file);
    this.reading = new FileReading(desk.workbench().workspace(), file);
    this.changes = new Changes(desk, file);
    root.getStyleClass().add("file-editor");
    root.getStylesheets().add(FileEditor.class.getResource("editor.css").toExternalForm());
    load();
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyBooleanProperty readonly() {
    return readonly.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyStringProperty caretText() {
    return caretText.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyStringProperty formatText() {
    return formatText.getReadOnlyProperty();
  }

  @Override
  public void go(TextPlace place) {
    if (loaded) {
      Caret.place(frame.area(), place.line(), place.column());
    } else {
      wanted = Optional.of(place);
    }
  }

  @Override
  public void focus() {
    keysWanted = !loaded;
    // What is typed while the file is read must not go where one was before, such as to a guest.
    (loaded ? frame.area() : root).requestFocus();
  }

  @Override
  public TextPlace caret() {
    if (!loaded && wanted.isPresent()) {
      return wanted.get();
    }
    return new TextPlace(frame.area().getCurrentParagraph() + 1, frame.area().getCaretColumn() + 1);
  }

  @Override
  public Draft handOver() {
    var text = model.dirty() ? Optional.of(frame.area().getText()) : draft;
    return new Draft(text, wanted.orElseGet(this::caret));
  }

  @Override
  public void takeOver(Draft from) {
    draft = from.text();
    if (loaded) {
      adopt();
      refresh();
    } else {
      unsaved.set(draft.isPresent());
    }
    go(from.caret());
  }

  private void adopt() {
    draft.ifPresent(typed -> frame.area().replaceText(typed));
    draft = Optional.empty();
  }

  void find() {
    find.open(frame, false);
  }

  void replace() {
    find.open(frame, true);
  }

  void goToLine() {
    goToLine.open(frame);
  }

  void save() {
    save(saved -> {});
  }

  @Override
  public void save(Consumer<Boolean> done) {
    var before = model.file();
    if (before.isEmpty() || model.readonly() || !model.dirty()) {
      done.accept(!model.dirty() && draft.isEmpty());
      return;
    }
    var text = frame.area().getText();
    desk.background(
        new Job<>("Save " + name(), job -> desk.workbench().workspace().save(before.get(), text)),
        now -> {
          model.saved(now);
          frame.tellNothing();
          refresh();
          changes.compare(frame);
          done.accept(true);
        },
        failure -> {
          if (failure instanceof Projects.ChangedOnDiskException) {
            diskChanged();
          } else {
            desk.toast(
                Toast.error(
                    "Not saved: " + name(), failure.getMessage() + " Mend that, then save again."));
          }
          done.accept(false);
        });
  }

  /// Something changed in the project's folder: looks whether it was this file.
  void diskChanged() {
    if (!loaded) {
      return;
    }
    desk.background(
        new Job<>("Look at " + name(), _ -> reading.again()),
        found -> found.ifPresent(this::seen),
        failure ->
            frame.tell(
                new Banner(
                    "ci-warning-alt-filled",
                    name()
                        + " is gone or unreadable: "
                        + failure.getMessage()
                        + " The text is kept here.")));
  }

  @Override
  public void close() {
    closed.accept(this);
    frame.dispose();
  }

  private String name() {
    return String.valueOf(file.getFileName());
  }

  private void load() {
    root.setCenter(EditorMessage.of("Reading " + name() + " …"));
    desk.background(
        new Job<>("Read " + name(), _ -> reading.read()),
        this::show,
        failure -> root.setCenter(EditorMessage.failed(name(), failure, this::load)));
  }

  private void show(TextFile text) {
    model.loaded(text);
    frame.area().replaceText(text.text());
    frame.area().getUndoManager().forgetHistory();
    frame.area().setEditable(!text.readonly());
    install();
    loaded = true;
    root.setTop(new EditorHeader(desk, file, text).node());
    root.setCenter(frame.node());
    adopt();
    refresh();
    Caret.show(frame.area(), 0);
    wanted.ifPresent(this::go);
    // Unless a person went elsewhere while the file was read.
    var scene = root.getScene();
    if (keysWanted && scene != null && !(scene.getFocusOwner() instanceof TextInputControl)) {
      frame.area().requestFocus();
    }
  }

  private void install() {
    frame.install(new Colours(syntax));
    frame.install(new ProblemMarks(file, desk.session().problems()));
    frame.install(changes);
    frame.install(find);
    frame.install(goToLine);
    frame.install(new EditorKeys(this));
    frame.install(new ProjectText(desk, file));
    frame
        .area()
        .textProperty()
        .addListener(
            o -> {
              model.edited(frame.area().getText());
              refresh();
            });
    frame.area().caretPositionProperty().addListener(o -> refresh());
  }

  private void refresh() {
    unsaved.set(model.dirty() || draft.isPresent());
    readonly.set(loaded && model.readonly());
    var at = caret();
    caretText.set("Ln " + at.line() + ", Col " + at.column());
    formatText.set(model.format(syntax.name()));
  }

  private void seen(TextFile now) {
    switch (model.seen(now)) {
      case NOTHING -> frame.tellNothing();
      case RELOAD -> reload(now);
      case ASK ->
          frame.tell(
              new Banner(
                  "ci-warning-alt-filled",
                  name() + " was changed by another program.",
                  new Banner.Choice("Reload theirs", () -> reload(now)),
                  new Banner.Choice(
                      "Keep mine",
                      () -> {
                        model.keepMine();
                        frame.tellNothing();
                        refresh();
                      })));
    }
  }

  private void reload(TextFile now) {
    int caretAt = frame.area().getCaretPosition();
    // The model must know the new text first, or the change listener would call it an edit.
    model.loaded(now);
    if (!frame.area().getText().equals(now.text())) {
      frame.area().replaceText(now.text());
      Caret.show(frame.area(), caretAt);
    }
    frame.area().setEditable(!now.readonly());
    frame.tellNothing();
    refresh();
    changes.compare(frame);
  }
}
