// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import trilobite.model.job.JobContext;
import trilobite.model.job.Subscription;
import trilobite.model.port.LiveGuest;
import trilobite.model.reach.Answer;
import trilobite.model.reach.Reach;
import trilobite.model.reach.Trail;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.model.run.CoreWritten;
import trilobite.model.run.Limits;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.model.run.Verdict;

/// A guest that does what it is told at once, unless it is to refuse.
public final class FakeGuest implements LiveGuest {

  private final FakeConsole console = new FakeConsole();
  private final FakePackets packets = new FakePackets();
  private volatile CountDownLatch packetsOpen = new CountDownLatch(0);
  private final FakeVitals vitals = new FakeVitals();
  private final FakeEyes eyes = new FakeEyes();
  private final List<String> typed = new CopyOnWriteArrayList<>();
  private final AtomicInteger tapped = new AtomicInteger();
  private final List<Path> dumped = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch dumping = new CountDownLatch(0);
  private final List<String> probed = new CopyOnWriteArrayList<>();
  private final List<Consumer<RunEvent>> listeners = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Verdict> ended = new CompletableFuture<>();
  private volatile Limits limits = Limits.NONE;
  private volatile RunStatus status;
  private volatile Optional<String> refusal = Optional.empty();

  public FakeGuest(long id, RunState state) {
    this.status = Samples.status(id, state);
  }

  /// What cannot be done to it from now on.
  public FakeGuest limit(Limits next) {
    limits = next;
    return this;
  }

  @Override
  public Limits limits() {
    return limits;
  }

  /// Commands fail with this message from now on.
  public void refuse(String message) {
    refusal = Optional.of(message);
  }

  /// What was typed on the console, piece by piece.
  public List<String> typed() {
    return typed;
  }

  public void become(RunState state) {
    become(Samples.status(status.id().number(), state));
    tell(new RunEvent.Changed(state, ""));
  }

  public void become(RunStatus next) {
    status = next;
  }

  /// The guest ends by itself.
  public void end(Verdict verdict, String why) {
    var now = Samples.status(status.id().number(), RunState.ENDED);
    status =
        new RunStatus(
            now.id(),
            now.project(),
            now.target(),
            now.state(),
            Optional.of(verdict),
            why,
            now.pid(),
            now.accelerator(),
            now.clock(),
            now.processMillis(),
            now.firstByte(),
            now.ready(),
            now.forwards(),
            now.endedAt());
    console.end();
    packets.end();
    tell(new RunEvent.Ended(verdict, why, Optional.of(61_000d)));
    ended.complete(verdict);
  }

  public void tell(RunEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  @Override
  public RunStatus status() {
    return status;
  }

  @Override
  public FakeConsole console() {
    return console;
  }

  @Override
  public FakePackets packets() {
    try {
      packetsOpen.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return packets;
  }

  /// From now on packets are being opened, until what is returned is counted down.
  public CountDownLatch openPacketsSlowly() {
    packetsOpen = new CountDownLatch(1);
    return packetsOpen;
  }

  @Override
  public FakeVitals vitals() {
    return vitals;
  }

  @Override
  public FakeEyes eyes() {
    return eyes;
  }

  @Override
  public Reach reach() {
    return probe -> {
      probed.add(probe.word());
      var answer =
          new Answer(
              Answer.Outcome.ANSWERED, "10.0.2.15", OptionalLong.of(400_000), Trail.ANSWERED);
      return Measured.of(
          new Reading<>(answer, new Source(Source.Kind.RELAY, "a fake wire"), 1_000, 400, 0));
    };
  }

  /// What was asked of its interface.
  public List<String> probed() {
    return List.copyOf(probed);
  }

  @Override
  public void type(byte[] bytes) throws IOException {
    obey();
    typed.add(new String(bytes, StandardCharsets.UTF_8));
  }

  @Override
  public void stop() throws IOException {
    obey();
    end(Verdict.STOPPED, "stopped by the user");
  }

  @Override
  public void pause() throws IOException {
    obey();
    become(RunState.PAUSED);
  }

  @Override
  public void resume() throws IOException {
    obey();
    become(RunState.RUNNING);
  }

  @Override
  public void tap() {
    tapped.incrementAndGet();
  }

  /// How often its packets were asked for.
  public int tapped() {
    return tapped.get();
  }

  @Override
  public CoreWritten dump(Path file, JobContext context) throws IOException {
    obey();
    dumped.add(file);
    context.onCancel(dumping::countDown);
    try {
      dumping.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (context.cancelled()) {
      throw new IOException("cancelled; nothing was kept");
    }
    return new CoreWritten(
        80L << 20, 2L << 20, 74, 62L << 20, Optional.of(Path.of("/work/tide pool.elf")));
  }

  /// From now on cores are written until what is returned is counted down, or they are cancelled.
  public CountDownLatch dumpSlowly() {
    dumping = new CountDownLatch(1);
    return dumping;
  }

  /// Where cores were written.
  public List<Path> dumped() {
    return List.copyOf(dumped);
  }

  @Override
  public Subscription listen(Consumer<RunEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public CompletableFuture<Verdict> ended() {
    return ended;
  }

  private void obey() throws IOException {
    if (refusal.isPresent()) {
      throw new IOException(refusal.get());
    }
  }
}
