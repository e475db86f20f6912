// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import trilobite.model.guest.FlowRow;
import trilobite.model.job.Job;
import trilobite.model.job.Subscription;
import trilobite.model.packet.flow.StreamPiece;
import trilobite.model.packet.flow.StreamText.Ends;
import trilobite.model.packet.flow.StreamText.Form;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.chart.SafeFile;
import trilobite.ui.console.FindBar;
import trilobite.ui.console.LineView;
import trilobite.ui.console.OtherRows;
import trilobite.ui.console.Search;
import trilobite.ui.console.Selecting;
import trilobite.ui.console.StillLines;
import trilobite.ui.console.TimeMargin;
import trilobite.ui.control.Clips;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Segment;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.PanelView;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.panel.Toast;

/// What both ends of a connection said: the guest's words on one ground, the other end's on
/// another, as text or as bytes, to be searched, copied and saved. JavaFX thread.
final class StreamPage extends VBox implements PanelView {

  private static final int TIME_COLUMNS = 12;
  private static final String GONE =
      "The connection's first packet has given way to newer ones, or it was silent for so long that"
          + " it is forgotten.";

  private final Desk desk;
  private final FileChoice files;
  private final Stream stream;
  private final Stream.Packets packets;
  private final Label title = new Label();
  private final Label note = new Label();
  private final Segment<Ends> ends = new Segment<>(List.of(Ends.values()), this::name, this::lay);
  private final Segment<Form> form =
      new Segment<>(List.of(Form.values()), way -> way == Form.TEXT ? "Text" : "Hex", this::lay);
  private final LineView view = new LineView(() -> StreamLines.NONE.ring());
  private final Selecting selecting = new Selecting();
  private final FindBar find = new FindBar("stream");
  private Optional<Stream.Text> text = Optional.empty();
  private int wishes;
  private StreamLines shown = StreamLines.NONE;
  private Optional<Search> search = Optional.empty();
  private Optional<Subscription> looking = Optional.empty();

  StreamPage(Desk desk, FileChoice files, Stream stream, Stream.Packets packets) {
    this.desk = desk;
    this.files = files;
    this.stream = stream;
    this.packets = packets;
    getStyleClass().addAll("tri-panel", "stream-page");
    getStylesheets()
        .add(Objects.requireNonNull(StreamPage.class.getResource("packets.css")).toExternalForm());
    view.add(new OtherRows(line -> shown.peer().get((int) line)));
    view.add(selecting.whenChosen(line -> toTime(line.millis())));
    view.add(
        new TimeMargin(
            TIME_COLUMNS, millis -> String.format(Locale.ROOT, "%12.6f", millis / 1000)));
    view.setAccessibleText("What both ends said");
    view.follow(false);
    find.whenClosed(view::requestFocus);
    var place = new StackPane(view, find);
    StackPane.setAlignment(find, Pos.TOP_RIGHT);
    VBox.setVgrow(place, Priority.ALWAYS);
    Clips.within(place, place);
    note.getStyleClass().add("grid-cut");
    note.setWrapText(true);
    note.managedProperty().bind(note.visibleProperty());
    getChildren().addAll(bar(), note, place);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    sceneProperty().addListener((_, _, now) -> look(now != null));
    say("Reading…");
    read();
  }

  private HBox bar() {
    title.getStyleClass().addAll("tri-mono", "stream-title");
    title.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    var bar =
        new HBox(
            ends,
            form,
            title,
            Icons.button("ci-search", "Find", "Ctrl+F", find::open),
            Icons.button("ci-renew", "Read it again", "F5", this::read),
            Icons.button("ci-copy", "Copy what is selected, or all", "Ctrl+C", this::copy),
            Icons.button("ci-save", "Save the bytes as they passed…", "Ctrl+E", this::save));
    bar.getStyleClass().addAll("tri-toolbar", "stream-bar");
    for (var child : bar.getChildren()) {
      if (child instanceof Region region && !region.equals(title)) {
        region.setMinWidth(USE_PREF_SIZE);
      }
    }
    return bar;
  }

  private String name(Ends whose) {
    return switch (whose) {
      case BOTH -> "Both ends";
      case GUEST -> "Guest";
      case PEER -> "Peer";
    };
  }

  @Override
  public void focusMain() {
    view.requestFocus();
  }

  @Override
  public void close() {
    look(false);
  }

  private void look(boolean on) {
    looking.ifPresent(Subscription::close);
    looking = on ? Optional.of(Fx.keepUp(find::refresh)) : Optional.empty();
  }

  /// Reads what has come until now; what was read before stays until then.
  private void read() {
    desk.background(
        stream.reading(packets),
        found -> {
          if (found.isEmpty()) {
            say(GONE);
          } else {
            text = found;
            lay();
          }
        },
        error -> say("Not read: " + error.getMessage()));
  }

  /// Writes what was read as one wants it now; an answer that comes after another wish is dropped.
  private void lay() {
    if (text.isEmpty()) {
      return;
    }
    int wish = ++wishes;
    var of = text.get();
    var whose = ends.value();
    var how = form.value();
    desk.background(
        new Job<>("Lay out a stream", _ -> StreamLines.of(of.pieces().rows(), whose, how)),
        lines -> {
          if (wish == wishes) {
            show(of, lines);
          }
        },
        error -> say("Not shown: " + error.getMessage()));
  }

  private void say(String words) {
    note.setText(words);
    note.setVisible(!words.isEmpty());
  }

  private void show(Stream.Text of, StreamLines lines) {
    shown = lines;
    title.setText(title(of.flow()));
    var why = of.pieces().cut().or(lines::cut).map(words -> "Not all: " + words + ".").orElse("");
    say(lines.ring().end() == 0 ? silence() : why);
    search.ifPresent(Search::uninstall);
    var next = new Search(new StillLines(lines.ring()));
    search = Optional.of(next);
    view.add(next);
    find.search(next);
    view.wrap(form.value() == Form.TEXT);
    view.source(lines::ring);
    view.toStart();
  }

  private static String title(FlowRow flow) {
    return "%s %s:%d ↔ %s:%d, %s, packets %d to %d"
        .formatted(
            flow.protocol(),
            flow.guest(),
            flow.guestPort(),
            flow.peer(),
            flow.peerPort(),
            flow.state(),
            flow.firstPacket(),
            flow.lastPacket());
  }

  private String silence() {
    return switch (ends.value()) {
      case BOTH -> "Neither end has said anything yet.";
      case GUEST -> "The guest has said nothing yet.";
      case PEER -> "The peer has said nothing yet.";
    };
  }

  /// Moves the common cursor to where a line passed, as long as its run is the one that is shown.
  private void toTime(double millis) {
    boolean here =
        desk.session().run().get().map(ShownRun::id).filter(stream.run()::equals).isPresent();
    if (here) {
      desk.session().cursor().set(OptionalDouble.of(millis));
    }
  }

  private void copy() {
    if (selecting.text().isEmpty()) {
      selecting.selectAll();
    }
    selecting.copy();
  }

  private void save() {
    if (text.isEmpty()) {
      return;
    }
    var whose = ends.value();
    var end = whose == Ends.BOTH ? "" : "-" + whose.name().toLowerCase(Locale.ROOT);
    var chosen = files.choose(FileChoice.owner(this), stream.fileName() + end + ".bin", "bin");
    var of = text.get().pieces().rows().stream().filter(whose::said).toList();
    chosen.ifPresent(
        file ->
            desk.background(
                new Job<>(
                    "Save a stream",
                    _ -> {
                      SafeFile.write(file, out -> write(of, Channels.newChannel(out)));
                      return of.stream().mapToLong(piece -> piece.bytes().remaining()).sum();
                    }),
                count -> desk.toast(Toast.info("Saved", count + " bytes to " + file)),
                error -> desk.toast(Toast.error("Not saved", SafeFile.trouble(file, error)))));
  }

  private static void write(List<StreamPiece> pieces, WritableByteChannel channel)
      throws IOException {
    for (var piece : pieces) {
      for (var bytes = piece.bytes().duplicate(); bytes.hasRemaining(); ) {
        channel.write(bytes);
      }
    }
  }

  private void key(KeyEvent event) {
    boolean shortcut = event.isShortcutDown();
    if (shortcut && event.getCode() == KeyCode.F) {
      find.open();
    } else if (shortcut && event.getCode() == KeyCode.E) {
      save();
    } else if (event.getCode() == KeyCode.F5) {
      read();
    } else if (event.getCode() == KeyCode.F3) {
      find.next();
    } else {
      return;
    }
    event.consume();
  }
}
