// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.guests;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import trilobite.model.job.Job;
import trilobite.model.job.Subscription;
import trilobite.model.port.AttachRequest;
import trilobite.model.run.RunId;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Skeleton;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.panel.Toast;

/// The guests that run now: ours with the last minute of CPU, memory and network, and those of
/// other programs with what can be had of them. A click or Enter opens a guest like a run.
final class GuestsView extends VBox {

  private static final long LOOK_AGAIN_MILLIS = 2_000;
  private static final long DRAW_AGAIN_MILLIS = 1_000;

  private final Desk desk;
  private final GuestsModel model = new GuestsModel();
  private final ListView<GuestEntry> list = new ListView<>();
  private final StackPane middle = new StackPane();
  private final Label count = new Label();
  private final Button attach = new Button("Attach…");
  private Optional<AttachForm> form = Optional.empty();
  private List<Subscription> pulls = List.of();
  private boolean looking;
  private Optional<RunId> marked = Optional.empty();

  GuestsView(Desk desk) {
    this.desk = desk;
    getStyleClass().addAll("tri-chrome", "guests");
    getStylesheets()
        .add(Objects.requireNonNull(GuestsView.class.getResource("guests.css")).toExternalForm());
    var name = new Label("Guests");
    name.getStyleClass().add("tri-name");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    attach.setId("guests-attach");
    attach.getStyleClass().add("tri-inline");
    attach.setOnAction(_ -> toggle());
    var header = new HBox(name, space, attach);
    header.getStyleClass().add("tri-header");
    count.getStyleClass().addAll("tri-small", "tri-muted", "guests-count");
    middle.getStyleClass().add("guests-middle");
    count.managedProperty().bind(count.visibleProperty());
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(header, middle, count);
    buildList();
    refresh();
    shown(true);
  }

  private void buildList() {
    list.setCellFactory(_ -> new GuestCell(this::attach));
    list.setAccessibleText("Guests that run now");
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            openSelected();
            event.consume();
          }
        });
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            chosen().filter(entry -> entry.guest().isPresent()).ifPresent(_ -> openSelected());
          }
        });
  }

  private Optional<GuestEntry> chosen() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  private void openSelected() {
    chosen().ifPresent(this::open);
  }

  private void open(GuestEntry entry) {
    entry.guest().ifPresent(desk.session()::watch);
    if (entry.guest().isEmpty()) {
      attach(entry);
    }
  }

  /// Looks again from time to time while it can be seen.
  void shown(boolean visible) {
    pulls.forEach(Subscription::close);
    pulls =
        visible
            ? List.of(
                Fx.pull(LOOK_AGAIN_MILLIS, this::load), Fx.pull(DRAW_AGAIN_MILLIS, this::refresh))
            : List.of();
  }

  private void load() {
    if (looking) {
      return;
    }
    looking = true;
    desk.background(
        new Job<>("Look for guests", _ -> GuestsModel.read(desk.workbench())),
        read -> {
          looking = false;
          model.done(read);
          refresh();
        },
        error -> {
          looking = false;
          model.failed(String.valueOf(error.getMessage()));
          refresh();
        });
  }

  private void refresh() {
    update(model.entries());
    mark();
    count.setText(model.count());
    count.setVisible(!count.getText().isEmpty());
    if (model.loading()) {
      show(new Skeleton(3));
    } else if (model.failure().isPresent()) {
      show(
          Hint.error(
              "Cannot look for guests",
              model.failure().get() + ". Running guests are not affected.",
              Hint.action("ci-restart", "Try again", this::load)));
    } else if (list.getItems().isEmpty()) {
      show(
          Hint.empty(
              "ci-chip",
              "No guest runs",
              "Guests that run on this host appear here, with CPU, memory and network.",
              Hint.action("ci-play-filled-alt", "Run", desk.session()::startRun)));
    } else if (!middle.getChildren().equals(List.of(list))) {
      middle.getChildren().setAll(list);
    }
  }

  private void show(javafx.scene.Node node) {
    middle.getChildren().setAll(node);
  }

  /// The line of the guest that the window shows is the selected one, as soon as it is another.
  private void mark() {
    var now = desk.session().run().get().map(ShownRun::id);
    if (now.equals(marked)) {
      return;
    }
    if (now.isEmpty()) {
      marked = now;
      list.getSelectionModel().clearSelection();
      return;
    }
    list.getItems().stream()
        .filter(entry -> entry.guest().map(guest -> guest.status().id()).equals(now))
        .findFirst()
        .ifPresent(
            entry -> {
              marked = now;
              list.getSelectionModel().select(entry);
            });
  }

  /// Lines that stay keep their place and selection; their figures change.
  private void update(List<GuestEntry> entries) {
    var now = list.getItems().stream().map(GuestEntry::key).toList();
    if (!now.equals(entries.stream().map(GuestEntry::key).toList())) {
      var selected = chosen().map(GuestEntry::key);
      list.getItems().setAll(entries);
      entries.stream()
          .filter(entry -> selected.filter(entry.key()::equals).isPresent())
          .forEach(list.getSelectionModel()::select);
      return;
    }
    for (int i = 0; i < entries.size(); i++) {
      if (!entries.get(i).equals(list.getItems().get(i))) {
        boolean selected = list.getSelectionModel().getSelectedIndex() == i;
        list.getItems().set(i, entries.get(i));
        if (selected) {
          list.getSelectionModel().select(i);
        }
      }
    }
  }

  private void toggle() {
    if (form.isPresent()) {
      closeForm();
    } else {
      askForAttach();
    }
  }

  /// Asks which guest to attach to.
  void askForAttach() {
    if (form.isPresent()) {
      form.get().focusFirst();
    } else {
      var made = new AttachForm(this::attach, this::closeForm);
      form = Optional.of(made);
      getChildren().add(1, made);
      made.focusFirst();
      made.minHeightProperty()
          .bind(Bindings.createDoubleBinding(() -> height(made), heightProperty()));
    }
  }

  /// All of the form, or what the panel has for it when the list has its least.
  private double height(AttachForm open) {
    double others =
        getChildren().stream()
            .filter(child -> !child.equals(middle) && !child.equals(open))
            .mapToDouble(child -> child.prefHeight(getWidth()))
            .sum();
    double room = getHeight() - others - middle.minHeight(getWidth());
    return Math.max(0, Math.min(open.prefHeight(getWidth()), room));
  }

  private void closeForm() {
    form.ifPresent(getChildren()::remove);
    form = Optional.empty();
    attach.requestFocus();
  }

  private void attach(GuestEntry entry) {
    entry
        .other()
        .ifPresent(
            other ->
                attach(
                    AttachRequest.plain(
                        new AttachRequest.OfProcess(other.pid()), Optional.empty())));
  }

  private void attach(AttachRequest request) {
    desk.background(
        new Job<>("Attach", context -> desk.workbench().elsewhere().attach(request, context)),
        guest -> {
          form.ifPresent(_ -> closeForm());
          desk.session().watch(guest);
          load();
        },
        error -> {
          var why = String.valueOf(error.getMessage());
          form.ifPresentOrElse(
              asked -> asked.wrong(why), () -> desk.toast(Toast.error("Not attached", why)));
        });
  }

  void focusList() {
    list.requestFocus();
    if (list.getSelectionModel().isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
  }
}
