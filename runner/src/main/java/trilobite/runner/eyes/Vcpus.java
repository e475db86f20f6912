// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import trilobite.model.guest.VcpuRow;
import trilobite.model.run.RunState;
import trilobite.runner.host.ThreadTime;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;
import trilobite.runner.live.Session;
import trilobite.runner.live.VcpuState;

/// The vCPUs of a run: where each stands by QEMU's monitor, what each used by the host's kernel.
final class Vcpus {

  private final Session session;
  private final Optional<CodeSymbols> code;
  private final Path proc;
  private final LongSupplier nanos;
  private final Map<Long, Used> past = new HashMap<>();

  /// @param at on the monotonic clock
  private record Used(long nanos, long at) {}

  /// @param proc normally `/proc`
  Vcpus(Session session, Optional<CodeSymbols> code, Path proc, LongSupplier nanos) {
    this.session = session;
    this.code = code;
    this.proc = proc;
    this.nanos = nanos;
  }

  synchronized List<VcpuRow> read() throws IOException {
    var states = VcpuState.parse(session.qmp().human("info registers -a"));
    var paused = session.status().state() == RunState.PAUSED;
    var rows = new ArrayList<VcpuRow>();
    for (var vcpu : session.vcpus()) {
      if (vcpu.index() < states.size()) {
        rows.add(row(vcpu, states.get(vcpu.index()), paused));
      }
    }
    return List.copyOf(rows);
  }

  private VcpuRow row(Session.Vcpu vcpu, VcpuState state, boolean paused) {
    var used = used(vcpu);
    var share = OptionalDouble.empty();
    if (used.isPresent()) {
      var now = new Used(used.getAsLong(), nanos.getAsLong());
      var before = past.put(vcpu.threadId(), now);
      if (before != null && now.at > before.at) {
        var percent = 100.0 * (now.nanos - before.nanos) / (now.at - before.at);
        share = OptionalDouble.of(Math.max(0, percent));
      }
    }
    return new VcpuRow(
        vcpu.index(),
        paused ? "paused" : state.halted() ? "halted" : "running",
        share,
        used,
        vcpu.threadId(),
        state.halted(),
        state.interrupts(),
        state.position(),
        code.flatMap(symbols -> symbols.at(state.position())).map(Symbol::path));
  }

  private OptionalLong used(Session.Vcpu vcpu) {
    try {
      return OptionalLong.of(new ThreadTime(proc, session.qemuPid(), vcpu.threadId()).nanos());
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
