// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import trilobite.runner.console.ConsoleLine;
import trilobite.runner.console.ConsoleStore;
import trilobite.runner.console.ConsoleWatch;
import trilobite.runner.net.Doors;
import trilobite.runner.qmp.QmpClient;
import trilobite.runner.qmp.QmpEvent;
import trilobite.runner.reach.Neighbour;
import trilobite.runner.relay.PacketFile;
import trilobite.runner.relay.Relay;

/// Takes QEMU's connections one by one, in the order in which it makes them, and undoes them all
/// where one fails.
final class Connector implements AutoCloseable {

  private final LaunchSpec spec;
  private final RunSheet sheet;
  private final Doors doors;
  private final long packetBytes;
  private final Deque<AutoCloseable> made = new ArrayDeque<>();

  /// @param packetBytes how much of the newest packets to keep
  Connector(LaunchSpec spec, RunSheet sheet, Doors doors, long packetBytes) {
    this.spec = spec;
    this.sheet = sheet;
    this.doors = doors;
    this.packetBytes = packetBytes;
  }

  /// The sockets on which QEMU will look for us.
  static List<String> doors(LaunchSpec spec) {
    var names = new ArrayList<>(List.of("qmp.sock", "console.sock"));
    if (spec.networked()) {
      names.addAll(List.of("nic.sock", "net.sock"));
    }
    return names;
  }

  /// QEMU at all doors, before it has begun to read its monitor.
  record Connected(
      QmpClient qmp,
      ConsoleStore store,
      ConsoleLine line,
      ConsoleWatch watch,
      Optional<Wire> network,
      Vcpus vcpus) {

    /// Waits until QEMU takes commands.
    Wires wires(Wires.Ram ram) throws IOException {
      qmp.ready(QmpClient.PATIENCE);
      return new Wires(qmp, store, line, watch, network, vcpus.answer(), ram);
    }
  }

  /// Waits for QEMU at every door. It comes to all before it reads its monitor.
  Connected connect(Consumer<QmpEvent> events) throws IOException {
    var store = made(ConsoleStore.create(spec.runFolder(), sheet::note));
    var qmp = made(QmpClient.begin(doors.accept("qmp.sock"), events));
    qmp.greeted(QmpClient.PATIENCE);
    var vcpus = Vcpus.ask(qmp);
    var line = made(new ConsoleLine(doors.accept("console.sock"), store, sheet::now));
    var watch = new ConsoleWatch(store, spec.patterns());
    watch.start(line);
    var network = spec.networked() ? Optional.<Wire>of(network()) : Optional.<Wire>empty();
    return new Connected(qmp, store, line, watch, network, vcpus);
  }

  private RelayWire network() throws IOException {
    var guest = made(doors.accept("nic.sock"));
    var host = made(doors.accept("net.sock"));
    var packets =
        made(
            new PacketFile(
                spec.runFolder(), packetBytes / PacketFile.FILES, sheet::clock, sheet::note));
    var relay = new Relay(guest, host, packets, sheet::note);
    return new RelayWire(relay, packets, new Neighbour(relay));
  }

  private <T extends AutoCloseable> T made(T thing) {
    made.push(thing);
    return thing;
  }

  /// Keeps what was made; closing does nothing any more.
  void keep() {
    made.clear();
  }

  @Override
  public void close() {
    for (var thing : made) {
      try {
        thing.close();
      } catch (Exception e) {
        // The launch has failed for another reason, which is the one to tell.
      }
    }
  }
}
