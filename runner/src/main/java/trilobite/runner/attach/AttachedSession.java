// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import trilobite.model.console.ConsoleLog;
import trilobite.model.job.Subscription;
import trilobite.model.project.SymbolFile;
import trilobite.model.project.Target;
import trilobite.model.run.ForwardBinding;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunId;
import trilobite.model.run.RunStatus;
import trilobite.model.time.RunClock;
import trilobite.runner.live.LaunchSpec;
import trilobite.runner.live.RunSheet;
import trilobite.runner.live.Session;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.relay.RelayCounters;

/// The session of a guest that was not started here.
///
/// @param spec what its command line tells, as a launch of ours would have it
/// @param monitored false where `qmp` only says why it is not there
record AttachedSession(
    LaunchSpec spec,
    RunSheet sheet,
    RunClock clock,
    ProcessMemory place,
    List<Vcpu> vcpus,
    ConsoleLog console,
    Qmp qmp,
    boolean monitored)
    implements Session {

  @Override
  public RunId id() {
    return spec.id();
  }

  @Override
  public String project() {
    return spec.project().name();
  }

  @Override
  public String profile() {
    return spec.project().profile();
  }

  @Override
  public Target target() {
    return spec.target();
  }

  @Override
  public Path projectFolder() {
    return spec.projectFolder();
  }

  @Override
  public Path runFolder() {
    return spec.runFolder();
  }

  @Override
  public Path runtimeFolder() {
    return spec.runtimeFolder();
  }

  @Override
  public GuestRam openMemory() throws IOException {
    return place.open();
  }

  @Override
  public long memory() {
    return spec.memory();
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
  public long qemuPid() {
    return place.process().pid();
  }

  @Override
  public String packetless() {
    return "the guest was started elsewhere, so its packets do not pass Trilobite's relay";
  }

  @Override
  public Optional<RelayCounters> packets() {
    return Optional.empty();
  }

  @Override
  public List<ForwardBinding> forwards() {
    return spec.forwards();
  }

  @Override
  public RunStatus status() {
    return sheet.status();
  }

  @Override
  public Subscription listen(Consumer<RunEvent> listener) {
    return sheet.listen(listener);
  }
}
