// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.SocketRow;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.table.Column;
import trilobite.ui.testing.FakeDesk;

class ConnectionsModelTest {

  private final ConnectionsModel model = new ConnectionsModel();

  private void story() {
    model.take(SampleConnections.listeners(), SampleConnections.threads());
    model.take(SampleConnections.sockets());
  }

  @Test
  void speaksOfTheOneThatRefusesUnlessAnotherFullOneIsChosen() {
    var full = SampleConnections.listener("tcp", 1, "init", 2, 2, 0, ListenerRow.FULL);
    var over = SampleConnections.listener("tcp", 2, "init", 2, 2, 0, ListenerRow.OVERFLOW);
    var open = SampleConnections.listener("tcp", 3, "init", 0, 2, 0, ListenerRow.OPEN);
    model.take(java.util.List.of(full, over, open), java.util.List.of());
    assertThat(model.worst(Optional.empty())).hasValue(over);
    assertThat(model.worst(Optional.of(full))).hasValue(full);
    assertThat(model.worst(Optional.of(open))).hasValue(over);
    assertThat(model.troubles()).isEqualTo(2);
  }

  @Test
  void saysWhatHappensAndWhoBelievesToBeConnected() {
    story();
    var row = model.worst(Optional.empty()).orElseThrow();
    assertThat(ConnectionsModel.title(row)).isEqualTo(":8080 drops new connections");
    assertThat(model.happens(row))
        .startsWith("16 connections wait for accept(), so the guest ignores further SYNs.")
        .endsWith(
            "2 clients on this host believe to be connected, and the guest knows nothing of them.");
    assertThat(model.why(row).line())
        .contains("init waits for mutex pages.lock")
        .contains("worker-2 holds it");
  }

  @Test
  void countsWhatItsPillsShow() {
    story();
    assertThat(model.count(ConnectionsModel.Pill.ALL)).isEqualTo(16);
    assertThat(model.count(ConnectionsModel.Pill.BACKLOG)).isEqualTo(7);
    assertThat(model.count(ConnectionsModel.Pill.HOST)).isEqualTo(2);
    assertThat(model.count(ConnectionsModel.Pill.UDP)).isZero();
  }

  @Test
  void agesAreShort() {
    assertThat(ConnectionsModel.age(OptionalLong.empty())).isEmpty();
    assertThat(ConnectionsModel.age(OptionalLong.of(430))).isEqualTo("0.4 s");
    assertThat(ConnectionsModel.age(OptionalLong.of(41_000))).isEqualTo("41 s");
    assertThat(ConnectionsModel.age(OptionalLong.of(200_000))).isEqualTo("3 min");
    assertThat(ConnectionsModel.age(OptionalLong.of(9_000_000))).isEqualTo("2.5 h");
  }

  @Test
  void theViewsStillHaveTheColumnsThatAreLaidOut() {
    var columns = new ConnectionColumns(new Ways(new FakeDesk()));
    assertThat(names(Views.LISTENERS)).containsAll(columns.listenerLooks().keySet());
    assertThat(names(Views.SOCKETS)).containsAll(columns.socketLooks().keySet());
  }

  private static List<String> names(View<?> view) {
    return view.table().columns().stream().<String>map(Column::name).toList();
  }

  @Test
  void aLonelyHalfIsMarked() {
    SocketRow lonely = SampleConnections.sockets().getLast();
    assertThat(ConnectionsModel.rowClass(lonely)).isEqualTo("grid-bad");
    assertThat(ConnectionsModel.thread(lonely)).isEqualTo("host only");
  }
}
