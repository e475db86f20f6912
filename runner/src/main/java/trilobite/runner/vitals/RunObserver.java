// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.Views;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunRecord;
import trilobite.model.run.RunState;
import trilobite.model.vitals.Vitals;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.devices.Drives;
import trilobite.runner.eyes.GuestView;
import trilobite.runner.eyes.LiveEyes;
import trilobite.runner.eyes.Scene;
import trilobite.runner.file.SafeFile;
import trilobite.runner.live.Observer;
import trilobite.runner.live.Session;
import trilobite.runner.profile.Profiles;
import trilobite.runner.thread.Threads;

/// Watches one run. Two threads: one opens the guest's memory, which may take a moment for a large
/// image, and one samples from the first moment on.
final class RunObserver implements Observer {

  private static final Logger LOG = LoggerFactory.getLogger(RunObserver.class);
  private static final long CLOSE_PATIENCE_MILLIS = 400;

  /// With the stacks of a guest that fell over, for which gdb is asked.
  private static final long FALL_PATIENCE_MILLIS = 900;

  private static final long OPEN_PATIENCE_MILLIS = 250;

  /// Reading symbols takes a core for a moment, which a guest that boots needs more.
  private static final long BOOT_MILLIS = 1_000;

  private final Session session;
  private final LiveVitals vitals;
  private final LiveEyes eyes;
  private final RunMarks marks;
  private final SamplingLoop loop;
  private final CountDownLatch seen = new CountDownLatch(1);
  private final WatchedMemory memory;
  private final Drives drives;
  private final Chronicle.Recording recording;
  private final CountDownLatch booted = new CountDownLatch(1);
  private Optional<Thread> opening = Optional.empty();
  private volatile boolean fell;

  RunObserver(Session session, RunTime time, double period, Chronicle chronicle) {
    this.session = session;
    this.vitals = new LiveVitals(time);
    this.eyes = new LiveEyes(time.clock(), time.nanos());
    this.memory = new WatchedMemory(eyes);
    this.drives = new Drives(session.qmp(), time.nanos());
    this.marks = new RunMarks(vitals, time);
    this.loop = new SamplingLoop(vitals, samplers(time), time, this::paused, period);
    this.recording = chronicle.begin(session, vitals);
  }

  private List<Sampler> samplers(RunTime time) {
    return List.of(
        session.vcpus().isEmpty() && !session.monitored()
            ? CpuSampler.ofProcess(Path.of("/proc"), session.qemuPid(), time.nanos())
            : new CpuSampler(Path.of("/proc"), session.qemuPid(), session.vcpus(), time.nanos()),
        new AssignedSampler(session.memory()),
        new MemorySampler(memory::touched, memory::touchedBy),
        new HeapSampler(eyes::heap, time.nanos()),
        new ListenerSampler(() -> eyes.see(Views.LISTENERS), vitals::mark),
        new NetworkSampler(session::packets, session.packetSource(), session.packetless()),
        session.monitored()
            ? new DiskSampler(drives, session.target().drives().size(), time::now)
            : new ProcessDiskSampler(Path.of("/proc"), session.qemuPid()));
  }

  void start(Supplier<Profiles> profiles, GuestTypes types) {
    session.listen(marks::take);
    session.listen(this::awaitReady);
    marks.before(session.status());
    if (!session.boots()) {
      booted.countDown();
    }
    opening =
        Optional.of(
            Threads.working("run-" + session.id().number() + " eyes", () -> open(profiles, types)));
    Threads.working("run-" + session.id().number() + " samplers", this::sample);
  }

  private void awaitReady(RunEvent event) {
    if (event instanceof RunEvent.Ready) {
      booted.countDown();
    }
  }

  private void open(Supplier<Profiles> profiles, GuestTypes types) {
    try {
      var view = GuestView.open(session, profiles.get(), types);
      memory.open(view);
      new Scene(new Scene.Watched(session, vitals, drives), view, types, this::awaitBoot, eyes)
          .openAll();
    } catch (ClosedByInterruptException e) {
      memory.blind("the guest ended before its memory was opened");
    } catch (IOException e) {
      LOG.warn("run {}: the guest's memory cannot be read", session.id(), e);
      memory.blind("the guest's memory cannot be read: " + e.getMessage());
    }
  }

  private void awaitBoot() throws InterruptedException {
    var _ = booted.await(BOOT_MILLIS, TimeUnit.MILLISECONDS);
  }

  private boolean paused() {
    return session.status().state() == RunState.PAUSED;
  }

  private void sample() {
    try {
      loop.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      eyes.close(fell);
      memory.close();
      if (fell) {
        keepStacks();
      }
      seen.countDown();
    }
  }

  /// The guest's memory goes with its run: what it fell over is kept beside its console.
  private void keepStacks() {
    var text = eyes.stacks();
    try {
      if (!text.isEmpty()) {
        var file = RunRecord.stacks(session.runFolder());
        SafeFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      LOG.warn("run {}: its stacks could not be kept", session.id(), e);
    }
  }

  /// What all sampling took so far.
  SamplingCost cost() {
    return loop.cost();
  }

  @Override
  public Vitals vitals() {
    return vitals;
  }

  @Override
  public Eyes eyes() {
    return eyes;
  }

  @Override
  public void fell() {
    fell = true;
    // What waits for its boot need not any more.
    booted.countDown();
  }

  @Override
  public void close() {
    try {
      if (fell && opening.isPresent()) {
        // One that fell over at once: where it stood is the most that there is to see.
        opening.get().join(OPEN_PATIENCE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loop.stop();
    // Symbols that are still being read are of no use any more.
    opening.ifPresent(Thread::interrupt);
    try {
      // A sampler may wait for a QEMU that does not answer; the run's end does not wait for it.
      long look = fell ? FALL_PATIENCE_MILLIS : CLOSE_PATIENCE_MILLIS;
      if (!seen.await(CLOSE_PATIENCE_MILLIS + look, TimeUnit.MILLISECONDS)) {
        LOG.info("run {}: the last samples or the last look take too long", session.id());
      }
      if (opening.isPresent()) {
        opening.get().join(CLOSE_PATIENCE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    recording.complete();
  }
}
