// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.guest.Eyes;
import trilobite.model.run.RunState;
import trilobite.model.vitals.Vitals;
import trilobite.runner.eyes.GuestView;
import trilobite.runner.eyes.LiveEyes;
import trilobite.runner.live.Observer;
import trilobite.runner.live.Session;
import trilobite.runner.profile.Profiles;
import trilobite.runner.thread.Threads;

/// Watches one run. Two threads: one opens the guest's memory, which may take a moment for a large
/// image, and one samples from the first moment on.
final class RunObserver implements Observer {

  private static final Logger LOG = LoggerFactory.getLogger(RunObserver.class);
  private static final long CLOSE_PATIENCE_MILLIS = 400;
  private static final String OPENING = "the guest's memory is being opened";

  private final Session session;
  private final LiveVitals vitals;
  private final LiveEyes eyes;
  private final RunMarks marks;
  private final SamplingLoop loop;
  private final CountDownLatch sampled = new CountDownLatch(1);
  private final AtomicReference<MemoryState> memory =
      new AtomicReference<>(new MemoryState(Optional.empty(), OPENING, false));
  private final Chronicle.Recording recording;

  /// The guest's memory as far as it is open.
  ///
  /// @param why there is none
  /// @param closed true once it must not be opened any more
  private record MemoryState(Optional<GuestView> view, String why, boolean closed) {}

  RunObserver(Session session, RunTime time, double period, Chronicle chronicle) {
    this.session = session;
    this.vitals = new LiveVitals(time);
    this.eyes = new LiveEyes(time.clock(), time.nanos());
    this.marks = new RunMarks(vitals, time);
    this.loop = new SamplingLoop(vitals, samplers(time), time, this::paused, period);
    this.recording = chronicle.begin(session, vitals);
  }

  private List<Sampler> samplers(RunTime time) {
    return List.of(
        new CpuSampler(Path.of("/proc"), session.qemuPid(), session.vcpus(), time.nanos()),
        new AssignedSampler(session.memory()),
        new MemorySampler(this::touched, session.ram().toString()),
        new HeapSampler(eyes),
        new NetworkSampler(session::packets),
        new DiskSampler(session.qmp(), session.target().drives().size()));
  }

  void start(Supplier<Profiles> profiles) {
    session.listen(marks::take);
    marks.before(session.status());
    Threads.working("run-" + session.id().number() + " eyes", () -> open(profiles));
    Threads.working("run-" + session.id().number() + " samplers", this::sample);
  }

  private void open(Supplier<Profiles> profiles) {
    try {
      var view = GuestView.open(session, profiles.get());
      var held = memory.getAndUpdate(state -> state.closed ? state : opened(view));
      if (held.closed) {
        view.ram().close();
      } else {
        eyes.open(view);
      }
    } catch (IOException e) {
      var why = "the guest's memory cannot be read: " + e.getMessage();
      LOG.warn("run {}: {}", session.id(), why, e);
      eyes.blind(why);
      memory.updateAndGet(state -> new MemoryState(Optional.empty(), why, state.closed));
    }
  }

  private static MemoryState opened(GuestView view) {
    return new MemoryState(Optional.of(view), "", false);
  }

  private long touched() throws IOException {
    var state = memory.get();
    if (state.view.isEmpty()) {
      throw new IOException(state.why);
    }
    return state.view.get().ram().touched();
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
      sampled.countDown();
      closeMemory();
    }
  }

  private void closeMemory() {
    eyes.close();
    var held = memory.getAndSet(new MemoryState(Optional.empty(), "the guest has ended", true));
    held.view.ifPresent(
        view -> {
          try {
            view.ram().close();
          } catch (IOException e) {
            LOG.warn("the guest's memory could not be closed", e);
          }
        });
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
  public void close() {
    loop.stop();
    try {
      // A sampler may wait for a QEMU that does not answer; the run's end does not wait for it.
      if (!sampled.await(CLOSE_PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.info("run {}: the last samples are missing, a sampler still waits", session.id());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    recording.complete();
  }
}
