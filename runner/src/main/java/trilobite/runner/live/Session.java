// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import trilobite.model.console.ConsoleLog;
import trilobite.model.job.Subscription;
import trilobite.model.project.SymbolFile;
import trilobite.model.project.Target;
import trilobite.model.reading.Source;
import trilobite.model.run.ForwardBinding;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunId;
import trilobite.model.run.RunStatus;
import trilobite.model.time.RunClock;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.relay.RelayCounters;

/// What an observer may know and use of a run that this process owns, from `cont` to its end. Safe
/// from any thread.
public interface Session {

  RunId id();

  /// Name of the project, as in its file.
  String project();

  /// OS profile that the project names, or `auto`.
  String profile();

  Target target();

  Path projectFolder();

  /// The durable folder of the run.
  Path runFolder();

  /// The folder of the sockets, gone when the run has ended.
  Path runtimeFolder();

  /// Opens the guest's memory, for whoever closes it.
  ///
  /// @throws IOException where it cannot be read; says why, and what would help
  GuestRam openMemory() throws IOException;

  /// Assigned bytes of RAM.
  long memory();

  /// The image that `-kernel` boots, resolved; absent where a drive boots.
  Optional<Path> image();

  /// Files of debug symbols that the project names, with their absolute paths; they may not be
  /// there.
  List<SymbolFile> symbols();

  /// What to do where no file with the guest's symbols is known.
  default String symbolsCure() {
    return "name it in debug.symbols";
  }

  /// QEMU's own process.
  long qemuPid();

  /// The threads that run vCPUs, as QEMU reports them.
  List<Vcpu> vcpus();

  RunClock clock();

  /// QEMU's monitor. Commands fail with an `IOException` once the run has ended.
  Qmp qmp();

  /// False where no monitor answers: then the host alone tells.
  default boolean monitored() {
    return true;
  }

  /// False where the guest ran already when it was first looked at: there is no boot to make room
  /// for.
  default boolean boots() {
    return true;
  }

  /// Why there are no packets, where there are none.
  default String packetless() {
    return "the guest has no network card";
  }

  /// What passed the packet relay so far; absent without a network.
  Optional<RelayCounters> packets();

  /// Who counts them.
  default Source packetSource() {
    return RelayWire.SOURCE;
  }

  List<ForwardBinding> forwards();

  ConsoleLog console();

  RunStatus status();

  /// Calls `listener` in order, on a runner thread, for events from now on.
  Subscription listen(Consumer<RunEvent> listener);

  /// A vCPU and the host thread that runs it.
  ///
  /// @param index as QEMU counts, from 0
  /// @param threadId host thread, below `/proc/<pid>/task`
  record Vcpu(int index, long threadId) {}
}
