// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.console.ConsoleLog;
import trilobite.model.project.SymbolFile;
import trilobite.model.reading.Source;
import trilobite.model.time.RunClock;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.memory.RamLayout;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.relay.RelayCounters;

/// The session of a run in this process.
record LiveSession(
    LaunchSpec spec, RunSheet sheet, Wires wires, RunClock clock, long qemuPid, List<Vcpu> vcpus)
    implements SpecSession {

  private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);

  @Override
  public GuestRam openMemory() throws IOException {
    var elsewhere = wires.ram().elsewhere();
    return elsewhere.isPresent()
        ? elsewhere.get().open(qemuPid, wires.qmp())
        : GuestRam.open(wires.ram().file(), layout());
  }

  private RamLayout layout() {
    try {
      return RamLayout.parse(wires.qmp().human("info mtree -f"), wires.ram().region());
    } catch (IOException | IllegalArgumentException e) {
      LOG.info(
          "QEMU's memory map cannot be read, the machine type's rule is used instead: {}",
          e.getMessage());
      return RamLayout.of(spec.target().machine(), spec.memory());
    }
  }

  @Override
  public Optional<Path> image() {
    return spec.image();
  }

  @Override
  public List<SymbolFile> symbols() {
    return spec.project().symbols().stream().map(this::resolved).toList();
  }

  private SymbolFile resolved(SymbolFile symbols) {
    var file = spec.projectFolder().resolve(symbols.file()).toString();
    return new SymbolFile(file, symbols.role(), symbols.base());
  }

  @Override
  public Qmp qmp() {
    return wires.qmp();
  }

  @Override
  public Optional<RelayCounters> packets() {
    return wires.network().map(Wire::counters);
  }

  @Override
  public Source packetSource() {
    return wires.network().map(Wire::source).orElse(RelayWire.SOURCE);
  }

  @Override
  public ConsoleLog console() {
    return wires.console();
  }
}
