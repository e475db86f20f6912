// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import trilobite.runner.domain.DomainMonitor;
import trilobite.runner.live.LateTap;
import trilobite.runner.live.LaunchSpec;
import trilobite.runner.live.RunSheet;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.relay.PacketFile;
import trilobite.runner.relay.RelayCounters;

/// The packets of a guest that was started elsewhere: none, until somebody asks that its QEMU write
/// them down. Safe from any thread.
final class Tapping {

  private final LaunchSpec spec;
  private final RunSheet sheet;
  private final Qmp qmp;
  private final Optional<Path> socket;
  private final LongSupplier packetBytes;
  private volatile Optional<LateTap> tap = Optional.empty();
  private boolean over;

  /// @param socket by which `qmp` is connected
  /// @param packetBytes how much of its newest packets to keep
  Tapping(
      LaunchSpec spec, RunSheet sheet, Qmp qmp, Optional<Path> socket, LongSupplier packetBytes) {
    this.spec = spec;
    this.sheet = sheet;
    this.qmp = qmp;
    this.socket = socket;
    this.packetBytes = packetBytes;
  }

  /// Why it cannot be asked for; empty where it can.
  String why() {
    return switch (qmp) {
      case NoMonitor(var why) -> "Its packets cannot be seen: " + why + ".";
      case DomainMonitor domain ->
          "Its packets cannot be seen: its QEMU is libvirt's, which would not know of what is put"
              + " into it.";
      default -> "";
    };
  }

  /// Changes QEMU; again does nothing.
  synchronized void begin() throws IOException {
    if (!why().isEmpty()) {
      throw new IOException(why());
    }
    if (over || tap.isPresent()) {
      return;
    }
    var packets =
        new PacketFile(
            spec.runFolder(),
            packetBytes.getAsLong() / PacketFile.FILES,
            sheet::clock,
            sheet::note);
    tap = Optional.of(LateTap.set(qmp, socket.orElseThrow(), spec.runFolder(), packets));
  }

  /// QEMU is as it was, for good.
  synchronized void end() {
    over = true;
    tap.ifPresent(LateTap::close);
  }

  Optional<RelayCounters> counters() {
    return tap.map(LateTap::counters);
  }
}
