// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.SocketRow;

/// Sockets of the guest's, with nothing but what a packet's links need.
final class SampleSockets {

  private SampleSockets() {}

  static ListenerRow listener(long port, long thread) {
    var no = OptionalLong.empty();
    return new ListenerRow(
        "tcp",
        "0.0.0.0:" + port,
        port,
        Optional.of("acceptor"),
        OptionalLong.of(thread),
        no,
        no,
        no,
        no,
        no,
        no,
        no,
        no,
        no,
        no,
        ListenerRow.OPEN,
        no,
        no,
        no,
        0x1000);
  }

  static SocketRow socket(long port, long peer, long thread) {
    var no = OptionalLong.empty();
    return new SocketRow(
        "tcp",
        "ESTABLISHED",
        "10.0.2.15:" + port,
        port,
        "10.0.2.2:" + peer,
        peer,
        Optional.empty(),
        no,
        Optional.empty(),
        SocketRow.GUEST,
        no,
        no,
        no,
        OptionalDouble.empty(),
        no,
        Optional.of("worker"),
        OptionalLong.of(thread),
        false,
        0x2000);
  }
}
