// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.job.JobContext;
import trilobite.model.machine.MachineCheck;
import trilobite.model.machine.MachineReport;
import trilobite.model.port.Machine;
import trilobite.model.time.HostClock;
import trilobite.runner.machine.AcceleratorProbe.Outcome;
import trilobite.runner.place.Space;
import trilobite.runner.thread.Threads;

/// This machine. Knows QEMU from its making on, mostly by what an earlier start found out; tries
/// accelerators in the background, never in front of a run.
public final class HostMachine implements Machine {

  private static final Logger LOG = LoggerFactory.getLogger(HostMachine.class);

  /// The launch that first asks goes before the probe.
  private static final Duration COURTESY = Duration.ofSeconds(3);

  private static final Path KVM = Path.of("/dev/kvm");

  private final Path memory;
  private final String searchPath;
  private final Duration courtesy;
  private final ReentrantLock checking = new ReentrantLock();
  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile Survey survey;

  /// Blocks for tens of milliseconds where QEMU was never asked before.
  ///
  /// @param cache Trilobite's cache folder
  /// @param searchPath where programs are looked for, as in `PATH`
  public HostMachine(Path cache, String searchPath) {
    this(cache, searchPath, COURTESY);
  }

  HostMachine(Path cache, String searchPath, Duration courtesy) {
    this.courtesy = courtesy;
    this.memory = cache.resolve("qemu.properties");
    this.searchPath = searchPath;
    this.survey = Survey.first(find());
  }

  @Override
  public MachineReport report() {
    if (asked.compareAndSet(false, true)) {
      Threads.waiting("machine-check", this::lookInTheBackground);
    }
    return survey.report();
  }

  private void lookInTheBackground() {
    try {
      Thread.sleep(courtesy);
      look(JobContext.unwatched(), !survey.accelerated());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public MachineReport check(JobContext context) throws InterruptedException {
    asked.set(true);
    return look(context, true);
  }

  /// @param kvm whether KVM is tried, which may take until its deadline, or believed to be as it
  ///   was under this QEMU before
  private MachineReport look(JobContext context, boolean kvm) throws InterruptedException {
    checking.lockInterruptibly();
    try {
      context.progress(Double.NaN, "Looking for QEMU and tools");
      var qemu = find();
      var rest = new ArrayList<MachineCheck>();
      rest.add(RamChecks.shm(Space.ofHost()));
      rest.addAll(ToolChecks.all(searchPath));
      survey = new Survey(HostClock.wall(), qemu, survey.tcg(), List.copyOf(rest));
      if (qemu.isPresent() && !context.cancelled()) {
        context.progress(Double.NaN, "Booting a tiny guest");
        survey = tried(survey, qemu.get(), kvm);
      }
      return survey.report();
    } finally {
      checking.unlock();
    }
  }

  private Survey tried(Survey before, Survey.Qemu qemu, boolean kvm) throws InterruptedException {
    var probe = new AcceleratorProbe(qemu.file().toString());
    var tcg = Optional.of(probe.attempt("tcg"));
    if (!kvm) {
      return new Survey(HostClock.wall(), Optional.of(qemu), tcg, before.rest());
    }
    var record =
        qemu.record()
            .withKvm(
                Files.exists(KVM)
                    ? probe.attempt("kvm")
                    : new Outcome(false, "this machine has no " + KVM));
    keep(record);
    return new Survey(
        HostClock.wall(), Optional.of(Survey.Qemu.of(qemu.file(), record)), tcg, before.rest());
  }

  private Optional<Survey.Qemu> find() {
    return QemuBinary.find("qemu-system-x86_64", searchPath).flatMap(this::known);
  }

  private Optional<Survey.Qemu> known(Path file) {
    try {
      var kept = ProbeRecord.load(memory, ProbeRecord.keyOf(file));
      if (kept.isPresent()) {
        return Optional.of(Survey.Qemu.of(file, kept.get()));
      }
      var record = QemuBinary.ask(file);
      keep(record);
      return Optional.of(Survey.Qemu.of(file, record));
    } catch (IOException e) {
      LOG.warn("{} cannot be asked about itself: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  private void keep(ProbeRecord record) {
    try {
      record.save(memory);
    } catch (IOException e) {
      LOG.debug("what was found out about QEMU cannot be kept", e);
    }
  }
}
