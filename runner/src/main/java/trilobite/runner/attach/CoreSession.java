// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import trilobite.model.console.ConsoleLog;
import trilobite.model.job.Subscription;
import trilobite.model.port.CoreRequest;
import trilobite.model.project.SymbolFile;
import trilobite.model.project.Target;
import trilobite.model.run.ForwardBinding;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunId;
import trilobite.model.run.RunStatus;
import trilobite.model.time.RunClock;
import trilobite.runner.console.RecordedConsole;
import trilobite.runner.live.Session;
import trilobite.runner.memory.CoreImage;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.relay.RelayCounters;

/// A core as a run that stands still. Registers are those of its notes; QEMU itself is not there.
///
/// @param folder private, for what gdb needs
record CoreSession(CoreRequest request, CoreImage core, RunStatus status, Path folder)
    implements Session {

  @Override
  public RunId id() {
    return status.id();
  }

  @Override
  public String project() {
    return status.project();
  }

  @Override
  public String profile() {
    return request.profile();
  }

  @Override
  public Target target() {
    return Targets.of("core", core.arch(), "", core.size(), Optional.empty(), 0);
  }

  @Override
  public Path projectFolder() {
    return folder;
  }

  @Override
  public Path runFolder() {
    return folder;
  }

  @Override
  public Path runtimeFolder() {
    return folder;
  }

  @Override
  public GuestRam openMemory() throws IOException {
    return GuestRam.of(core);
  }

  @Override
  public long memory() {
    return core.size();
  }

  @Override
  public Optional<Path> image() {
    return request.image();
  }

  @Override
  public List<SymbolFile> symbols() {
    return List.of();
  }

  @Override
  public String symbolsCure() {
    return "name what the core's guest ran with --image";
  }

  @Override
  public long qemuPid() {
    return 0;
  }

  @Override
  public List<Vcpu> vcpus() {
    return List.of();
  }

  @Override
  public RunClock clock() {
    return status.clock().orElseThrow();
  }

  @Override
  public Qmp qmp() {
    return this::execute;
  }

  private JsonNode execute(String command, Map<String, ?> arguments) throws IOException {
    if (String.valueOf(arguments.get("command-line")).startsWith("info registers")
        && !core.registers().isEmpty()) {
      return TextNode.valueOf(core.registers());
    }
    throw new IOException("a core holds no more than memory and registers: no QEMU can be asked");
  }

  @Override
  public Optional<RelayCounters> packets() {
    return Optional.empty();
  }

  @Override
  public List<ForwardBinding> forwards() {
    return List.of();
  }

  @Override
  public ConsoleLog console() {
    return new RecordedConsole(folder, () -> false);
  }

  @Override
  public Subscription listen(Consumer<RunEvent> listener) {
    return () -> {};
  }
}
