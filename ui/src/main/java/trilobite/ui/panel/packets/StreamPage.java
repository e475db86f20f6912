// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import trilobite.model.console.GuestText;
import trilobite.model.guest.FlowRow;
import trilobite.model.guest.Listing;
import trilobite.model.packet.flow.StreamPiece;

/// What both ends of a connection said, line by line: the guest's words on one ground, the other
/// end's on another.
final class StreamPage {

  private StreamPage() {}

  record Text(FlowRow flow, Listing<StreamPiece> pieces) {}

  private record Line(boolean fromGuest, String words) {}

  static Node of(Text text) {
    var list = new ListView<Line>();
    list.setCellFactory(_ -> new LineCell());
    list.setAccessibleText("What both ends said");
    for (var piece : text.pieces().rows()) {
      if (piece.missing() > 0) {
        list.getItems()
            .add(new Line(piece.fromGuest(), "… " + piece.missing() + " bytes are not captured …"));
      }
      words(piece.bytes())
          .lines()
          .forEach(line -> list.getItems().add(new Line(piece.fromGuest(), line)));
    }
    var flow = text.flow();
    var title =
        new Label(
            "%s %s:%d ↔ %s:%d, %s"
                .formatted(
                    flow.protocol(),
                    flow.guest(),
                    flow.guestPort(),
                    flow.peer(),
                    flow.peerPort(),
                    flow.state()));
    title.getStyleClass().addAll("tri-mono", "stream-title");
    var cut = new Label(text.pieces().cut().orElse(""));
    cut.getStyleClass().add("grid-cut");
    cut.setVisible(text.pieces().cut().isPresent());
    cut.setManaged(text.pieces().cut().isPresent());
    VBox.setVgrow(list, Priority.ALWAYS);
    var page = new VBox(title, cut, list);
    page.getStyleClass().addAll("tri-panel", "stream-page");
    page.getStylesheets()
        .add(Objects.requireNonNull(StreamPage.class.getResource("packets.css")).toExternalForm());
    return page;
  }

  private static String words(ByteBuffer bytes) {
    return GuestText.visible(
        StandardCharsets.UTF_8.decode(bytes.duplicate()).toString().replace("\r\n", "\n"));
  }

  private static final class LineCell extends ListCell<Line> {
    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      setText(empty || line == null ? null : line.words());
      getStyleClass().removeAll("stream-guest", "stream-peer");
      if (line != null && !empty) {
        getStyleClass().add(line.fromGuest() ? "stream-guest" : "stream-peer");
      }
    }
  }
}
