// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.bytes;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import trilobite.model.inspect.Bytes;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Icons;
import trilobite.ui.grid.GuestWatch;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.PanelView;
import trilobite.ui.panel.ShownRun;

/// A place in the shown guest's memory: its bytes, read twice a second while they can be seen, the
/// fields of what lies there, and what was searched for.
final class BytesView extends VBox implements PanelView {

  private static final String NOT_SHOWN = "Not shown: ";
  private static final String NOT_AGAIN = "Not read again: ";

  private final Desk desk;
  private final BytesModel model = new BytesModel();
  private final TextField place = new TextField();
  private final Button back = Icons.button("ci-chevron-left", "Back", "Alt ←", () -> step(-1));
  private final Button ahead = Icons.button("ci-chevron-right", "Forward", "Alt →", () -> step(1));
  private final Button follow = new Button("Follow pointer");
  private final Button here = new Button("Pointers to here");
  private final Foot foot;
  private final Label trouble = new Label();
  private final StackPane middle = new StackPane();
  private final SplitPane parts = new SplitPane();
  private final Hint nowhere = Nothing.noPlace();
  private final HexPicture picture;
  private final FieldList fields;
  private final SearchPart search;
  private final GuestWatch<Asking.Shot> watch;

  BytesView(Desk desk) {
    this(desk, ZoneId.systemDefault());
  }

  /// @param zone whose time of day is written
  BytesView(Desk desk, ZoneId zone) {
    this.desk = desk;
    foot = new Foot(zone);
    picture = new HexPicture(desk.look(), model, this::moved);
    fields = new FieldList(this::choose, this::follow);
    search = new SearchPart(desk, this::go);
    watch = new GuestWatch<>(desk, "Read bytes", from -> wanted.ask(from.eyes()), this::show);
    getStyleClass().addAll("tri-panel", "bytes");
    getStylesheets()
        .add(Objects.requireNonNull(BytesView.class.getResource("bytes.css")).toExternalForm());
    place.setId("bytes-place");
    place.setPromptText("Address, symbol or C expression, such as tide_current->name");
    place.setAccessibleText("Address, symbol or C expression");
    place.setOnAction(_ -> go(place.getText().strip()));
    HBox.setHgrow(place, Priority.ALWAYS);
    follow.setOnAction(_ -> follow());
    follow.setTooltip(new Tooltip("Go where the pointer at the cursor leads (Enter)"));
    here.setOnAction(_ -> search.search("&*(char *) 0x" + Long.toHexString(model.cursor())));
    here.setTooltip(new Tooltip("Search touched memory for pointers to the cursor's byte"));
    var copy = Icons.button("ci-copy", "Copy what is chosen as hex", "Ctrl C", this::copy);
    var bar = new HBox(back, ahead, place, follow, here, copy);
    bar.getStyleClass().addAll("tri-toolbar", "bytes-bar");
    trouble.getStyleClass().add("grid-cut");
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.visibleProperty());
    trouble.setVisible(false);
    var right = new SplitPane(fields, search);
    right.setOrientation(Orientation.VERTICAL);
    right.setDividerPositions(0.65);
    var sheet = new VBox(picture, foot);
    VBox.setVgrow(picture, Priority.ALWAYS);
    sheet.visibleProperty().bind(nowhere.visibleProperty().not());
    var left = new StackPane(sheet, nowhere);
    parts.getItems().addAll(left, right);
    parts.setDividerPositions(0.66);
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(bar, trouble, middle);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    desk.session().run().addListener((_, _, _) -> begin());
    begin();
  }

  private Optional<LiveGuest> guest() {
    return desk.session().run().get().flatMap(ShownRun::live);
  }

  private void begin() {
    search.cancel();
    model.lost();
    said("");
    if (guest().isEmpty()) {
      middle.getChildren().setAll(Nothing.noGuest(desk));
    } else {
      middle.getChildren().setAll(parts);
      model.place().ifPresent(model::go);
    }
    painted();
    watch.again();
  }

  /// Goes to a place.
  void go(String expression) {
    if (!expression.isEmpty()) {
      model.go(expression);
      arriving();
    }
  }

  private void step(int by) {
    model.step(by);
    arriving();
  }

  private void arriving() {
    place.setText(model.place().orElse(""));
    painted();
    watch.again();
  }

  private void follow() {
    model
        .target()
        .ifPresentOrElse(this::go, () -> said("There is no pointer at the cursor to follow."));
  }

  private void choose(Field field) {
    model.move(field.address(), false);
    moved();
    picture.paint();
  }

  private void key(KeyEvent event) {
    if (event.isAltDown() && event.getCode() == KeyCode.LEFT) {
      step(-1);
    } else if (event.isAltDown() && event.getCode() == KeyCode.RIGHT) {
      step(1);
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
      search.focusField();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.C && picture.isFocused()) {
      copy();
    } else if (event.getCode() == KeyCode.ENTER && picture.isFocused()) {
      follow();
    } else {
      return;
    }
    event.consume();
  }

  private void copy() {
    model
        .sheet()
        .ifPresent(
            sheet -> {
              var content = new ClipboardContent();
              content.putString(sheet.hex(model.from(), model.to()));
              Clipboard.getSystemClipboard().setContent(content);
            });
  }

  /// Put down on the JavaFX thread, read off it.
  private volatile Asking.Wanted wanted = Asking.Wanted.NOTHING;

  private void want() {
    // What made no sense is asked for again as it was typed: it has no window yet, and may come.
    boolean arriving = model.arriving() || model.sheet().isEmpty();
    wanted = new Asking.Wanted(model.place().orElse(""), arriving, model.top(), model.bytes());
    watch.rest(model.place().isEmpty());
  }

  private void moved() {
    want();
    watch.again();
    painted();
  }

  private void show(LiveGuest from, Asking.Shot shot) {
    if (!guest().equals(Optional.of(from))) {
      return;
    }
    if (model.place().equals(Optional.of(shot.place()))) {
      switch (shot.bytes()) {
        case Measured.Known<Bytes>(var reading) -> {
          foot.read(reading);
          bytes(shot, reading.value());
        }
        case Measured.Unknown<Bytes>(var reason) -> unread(shot, reason.why());
      }
    }
    painted();
    if (model.arriving() || (!wanted.arriving() && shot.top() != model.top())) {
      watch.again();
    }
  }

  private void bytes(Asking.Shot shot, Bytes bytes) {
    if (bytes.problem().isPresent()) {
      model.lost();
      said(NOT_SHOWN + bytes.problem().get().why());
    } else if (shot.arriving()) {
      said("");
      model.arrive(bytes, shot.fields());
    } else if (shot.top() == model.top() && !model.arriving()) {
      if (trouble.getText().startsWith(NOT_AGAIN)) {
        said("");
      }
      model.refresh(bytes, shot.fields());
    }
  }

  /// What was read before of this place stays; of another it would lie.
  private void unread(Asking.Shot shot, String why) {
    if (shot.arriving()) {
      model.lost();
    }
    said((shot.arriving() ? NOT_SHOWN : NOT_AGAIN) + why);
  }

  private void said(String words) {
    trouble.setText(words);
    trouble.setVisible(!words.isEmpty());
  }

  private void painted() {
    want();
    back.setDisable(!model.canGo(-1));
    ahead.setDisable(!model.canGo(1));
    follow.setDisable(model.target().isEmpty());
    here.setDisable(model.sheet().isEmpty());
    nowhere.setVisible(model.place().isEmpty());
    fields.show(model.fields(), model);
    foot.show(model, guest());
    picture.paint();
  }

  @Override
  public void shown(boolean visible) {
    watch.visible(visible);
  }

  @Override
  public void focusMain() {
    if (model.place().isEmpty()) {
      place.requestFocus();
    } else {
      picture.requestFocus();
    }
  }

  @Override
  public void seek(String what) {
    go(what);
  }

  @Override
  public void close() {
    search.cancel();
    watch.visible(false);
  }

  /// For tests.
  BytesModel model() {
    return model;
  }
}
