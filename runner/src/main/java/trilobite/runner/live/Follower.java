// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import trilobite.model.port.LiveGuest;
import trilobite.model.time.RunClock;
import trilobite.runner.console.ConsoleStore;
import trilobite.runner.console.ConsoleTail;
import trilobite.runner.console.ConsoleWatch;
import trilobite.runner.guard.ForeignQemu;
import trilobite.runner.net.Answering;
import trilobite.runner.qmp.QmpClient;
import trilobite.runner.relay.PacketFile;

/// Follows a QEMU that somebody else started with our additions in its line, from its start to its
/// end, without ever deciding about either.
public final class Follower {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ObserverFactory observers;
  private final LongSupplier packetBytes;
  private final ForeignRam leftAlone;

  /// @param packetBytes how much of a guest's newest packets to keep; asked for each guest
  /// @param leftAlone opens RAM that was left where the line has it
  public Follower(ObserverFactory observers, LongSupplier packetBytes, ForeignRam leftAlone) {
    this.observers = observers;
    this.leftAlone = leftAlone;
    this.packetBytes = packetBytes;
  }

  /// What was added to the line.
  ///
  /// @param pid of the process that became QEMU, or QEMU's parent where it runs in the background
  /// @param clock begins with the line
  /// @param ram file that holds its RAM; empty where that was left alone
  /// @param console file in which its serial port is logged; empty where it is not
  /// @param taps files with the packets of its networks
  /// @param untapped networks without a name are to be tapped now
  public record Added(
      long pid,
      RunClock clock,
      Optional<Path> ram,
      String region,
      Optional<Path> console,
      List<Path> taps,
      boolean untapped) {}

  /// Waits for QEMU's monitor and follows from there.
  ///
  /// @throws IOException where QEMU ends before that; nothing is kept then
  public LiveGuest follow(LaunchSpec spec, Added added) throws IOException {
    var socket = spec.runtimeFolder().resolve("qmp.sock");
    var channel = Answering.at(socket, PATIENCE, () -> ProcessHandle.of(added.pid()).isPresent());
    long pid = Mention.newest(socket.toString()).orElse(added.pid());
    var sheet = new RunSheet(spec);
    var hold = ForeignQemu.of(pid);
    var ending = new Ending(spec, sheet, hold);
    var reactions = new QmpReactions(sheet, ending, hold);
    var qmp = QmpClient.begin(channel, reactions);
    try {
      qmp.greeted(QmpClient.PATIENCE);
      var vcpus = Vcpus.ask(qmp);
      qmp.ready(QmpClient.PATIENCE);
      sheet.started(pid, spec);
      sheet.continued(added.clock(), 0);
      var wires = wires(spec, added, sheet, qmp, vcpus.answer());
      if (!qmp.execute("query-status").path("running").asBoolean()) {
        sheet.paused();
      }
      return guest(spec, sheet, wires, ending, reactions);
    } catch (IOException e) {
      qmp.close();
      throw e;
    }
  }

  private LiveGuest guest(
      LaunchSpec spec, RunSheet sheet, Wires wires, Ending ending, QmpReactions reactions) {
    var papers = Papers.write(spec, sheet);
    var told = wires.line().firstByte().thenAccept(sheet::firstByte);
    long pid = sheet.status().pid().orElseThrow();
    var session = new LiveSession(spec, sheet, wires, sheet.clock(), pid, wires.vcpus());
    var observer = observers.observe(session);
    ending.arm(wires, observer, CompletableFuture.allOf(papers, told.exceptionally(e -> null)));
    reactions.watch(wires.qmp());
    return new OwnedGuest(session, ending, observer);
  }

  private Wires wires(
      LaunchSpec spec, Added added, RunSheet sheet, QmpClient qmp, List<Session.Vcpu> vcpus)
      throws IOException {
    var own = ConsoleStore.file(spec.runFolder());
    var log = added.console().orElse(own);
    var store =
        log.equals(own)
            ? ConsoleStore.beside(spec.runFolder(), sheet::note)
            : ConsoleStore.create(spec.runFolder(), sheet::note);
    var closed =
        added.console().isPresent()
            ? "This guest's console belongs to the command that started it: type there."
            : "This guest's console is not logged, so nothing can be typed on it from here.";
    var line = new ConsoleTail(log, store, sheet::now, closed);
    var watch = new ConsoleWatch(store, spec.patterns());
    watch.start(line);
    var taps = Taps.of(qmp, spec.runFolder(), added, sheet::note);
    var wire =
        taps.files().isEmpty()
            ? Optional.<Wire>empty()
            : Optional.<Wire>of(
                new TapWire(
                    taps.files(),
                    taps.guest(),
                    new PacketFile(
                        spec.runFolder(),
                        packetBytes.getAsLong() / PacketFile.FILES,
                        sheet::clock,
                        sheet::note)));
    var file = added.ram().orElseGet(() -> spec.runtimeFolder().resolve("ram"));
    var elsewhere = Optional.of(leftAlone).filter(_ -> added.ram().isEmpty());
    var ram = new Wires.Ram(file, added.region(), elsewhere);
    return new Wires(qmp, store, line, watch, wire, vcpus, ram);
  }
}
