// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.connections;

import java.util.OptionalLong;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import trilobite.model.console.GuestText;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.SocketRow;
import trilobite.ui.control.Bar;
import trilobite.ui.grid.CellView;
import trilobite.ui.grid.Parts;

/// What the panel's columns draw.
final class Cells {

  /// A queue of so many bytes fills its bar.
  private static final double MUCH = 14_600.0;

  private Cells() {}

  /// How full its queue is, with a word where it is too full.
  static final class Backlog implements CellView<ListenerRow> {
    private final Bar bar = new Bar();
    private final Label figure = Parts.label("tri-mono");
    private final Label tag = Parts.label("conn-tag");
    private final HBox node = Parts.line(bar, figure, tag);

    Backlog() {
      figure.setMinWidth(Region.USE_PREF_SIZE);
      tag.setMinWidth(Region.USE_PREF_SIZE);
      tag.managedProperty().bind(tag.visibleProperty());
      bar.managedProperty().bind(bar.visibleProperty());
    }

    @Override
    public Node node() {
      return node;
    }

    @Override
    public void show(ListenerRow row) {
      bar.setVisible(row.limit().isPresent() && !row.datagrams());
      bar.show(
          ConnectionsModel.taken(row),
          Double.NaN,
          row.state().equals(ListenerRow.OVERFLOW)
              ? "bar-bad"
              : row.full() ? "bar-warn" : "series-1");
      figure.setText(ConnectionsModel.queue(row));
      Parts.mark(figure, "tri-mono", !row.datagrams());
      Parts.mark(figure, "tri-muted", row.datagrams() && !row.full());
      Parts.mark(figure, "tri-bad", row.full());
      tag.setVisible(row.full());
      tag.setText(
          row.state().equals(ListenerRow.OVERFLOW) && !row.datagrams() ? "Overflow" : "Full");
    }
  }

  /// Who is at the other end, its number apart.
  static final class Peer implements CellView<SocketRow> {
    private final Label name = Parts.label();
    private final Label pid = Parts.label("tri-small", "tri-muted");
    private final HBox node = Parts.line(name, pid);

    @Override
    public Node node() {
      return node;
    }

    @Override
    public void show(SocketRow row) {
      name.setText(row.peer().map(GuestText::visible).orElse("–"));
      Parts.mark(name, "tri-muted", row.peerPid().isEmpty());
      pid.setText(row.peerPid().isPresent() ? "pid " + row.peerPid().getAsLong() : "");
    }
  }

  /// Bytes that wait, with a bar where there are some.
  static final class Queue implements CellView<SocketRow> {
    private final Function<SocketRow, OptionalLong> bytes;
    private final Bar bar = new Bar();
    private final Label text = Parts.label("tri-mono");
    private final HBox node = Parts.line(Parts.space(), bar, text);

    Queue(Function<SocketRow, OptionalLong> bytes) {
      this.bytes = bytes;
      bar.getStyleClass().add("conn-queue");
      text.setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    public Node node() {
      return node;
    }

    @Override
    public void show(SocketRow row) {
      var now = bytes.apply(row);
      bar.setVisible(now.orElse(0) > 0);
      bar.show(
          now.orElse(0) / MUCH, Double.NaN, now.orElse(0) > MUCH / 2 ? "bar-warn" : "series-1");
      text.setText(ConnectionsModel.figure(now));
    }
  }
}
