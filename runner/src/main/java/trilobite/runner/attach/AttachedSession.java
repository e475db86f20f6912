// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import trilobite.model.console.ConsoleLog;
import trilobite.model.project.SymbolFile;
import trilobite.model.reading.Source;
import trilobite.model.time.RunClock;
import trilobite.runner.live.LateTap;
import trilobite.runner.live.LaunchSpec;
import trilobite.runner.live.RunSheet;
import trilobite.runner.live.SpecSession;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.relay.RelayCounters;

/// The session of a guest that was not started here.
///
/// @param spec what its command line tells, as a launch of ours would have it
/// @param monitor how it is asked, and `qmp` the same with our pauses kept in mind
/// @param monitored false where it only says why it is not there
/// @param tapping its packets, once they are asked for
record AttachedSession(
    LaunchSpec spec,
    RunSheet sheet,
    RunClock clock,
    ProcessMemory place,
    List<Vcpu> vcpus,
    ConsoleLog console,
    Qmp monitor,
    Pausing qmp,
    boolean monitored,
    Tapping tapping)
    implements SpecSession {

  @Override
  public GuestRam openMemory() throws IOException {
    return place.open();
  }

  @Override
  public Optional<Path> image() {
    return target().kernel().map(Path::of);
  }

  @Override
  public List<SymbolFile> symbols() {
    return List.of();
  }

  @Override
  public String symbolsCure() {
    return "name what the guest runs with --image when attaching";
  }

  @Override
  public boolean boots() {
    return false;
  }

  @Override
  public long qemuPid() {
    return place.process().pid();
  }

  @Override
  public String packetless() {
    var elsewhere = "the guest was started elsewhere, so its packets do not pass Trilobite's relay";
    return tapping.why().isEmpty()
        ? elsewhere + "; attach --packets, or the page Packets, has its QEMU write them down"
        : elsewhere;
  }

  @Override
  public Optional<RelayCounters> packets() {
    return tapping.counters();
  }

  @Override
  public Source packetSource() {
    return LateTap.SOURCE;
  }
}
