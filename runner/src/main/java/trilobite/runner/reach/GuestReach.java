// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.reach;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import trilobite.model.reach.Answer;
import trilobite.model.reach.Probe;
import trilobite.model.reach.Reach;
import trilobite.model.reach.Trail;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.model.run.ForwardBinding;
import trilobite.model.time.HostClock;
import trilobite.runner.relay.Relay;
import trilobite.runner.thread.Threads;

/// Probes a guest through the packet relay, as a neighbour on its wire. One probe at a time.
public final class GuestReach implements Reach {

  private static final long PATIENCE_MILLIS = 1000;
  private static final int FIRST_PORT = 33000;
  private static final int PORTS = 27000;

  private final Relay relay;
  private final Card card;
  private final Situation situation;
  private final Neighbour neighbour;

  public GuestReach(Relay relay, Neighbour neighbour, Card card, Situation situation) {
    this.relay = relay;
    this.neighbour = neighbour;
    this.card = card;
    this.situation = situation;
  }

  @Override
  public synchronized Measured<Answer> ask(Probe probe) {
    if (situation.paused().getAsBoolean()) {
      return Measured.unknown("the guest is paused and answers nothing: resume it first");
    }
    var begin = HostClock.nanos();
    try {
      var answer = answer(probe);
      var end = HostClock.nanos();
      return Measured.of(
          new Reading<>(
              answer,
              new Source(Source.Kind.RELAY, "frames of ours on the guest's wire"),
              Math.round(situation.now().getAsDouble()),
              (end - begin + 999) / 1000,
              0));
    } catch (IOException e) {
      return Measured.unknown(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Measured.unknown("the probe was cancelled");
    }
  }

  private Answer answer(Probe probe) throws IOException, InterruptedException {
    if (probe instanceof Probe.Forward(int port)) {
      return new ForwardProbe(relay, card, PATIENCE_MILLIS).at(forward(port));
    }
    var to = neighbour.known().orElse(new Address(Address.BROADCAST, Address.USUAL_GUEST));
    var frames = new ProbeFrames(Address.asking(to.ip()), to);
    var asked = new Asked(probe, frames, ThreadLocalRandom.current().nextInt(PORTS) + FIRST_PORT);
    var arrived = new CompletableFuture<Arrival>();
    var before = card.indices();
    try (var _ =
        relay.watch((in, bytes, at, length) -> see(asked, arrived, in, bytes, at, length))) {
      long sent = HostClock.nanos();
      relay.inject(asked.frame());
      try {
        var arrival = arrived.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        return new Answer(
            arrival.outcome(),
            Address.words(to.ip()),
            OptionalLong.of(arrival.nanos() - sent),
            Trail.ANSWERED);
      } catch (TimeoutException e) {
        return new Answer(
            Answer.Outcome.SILENT,
            Address.words(to.ip()),
            OptionalLong.empty(),
            card.trail(before));
      } catch (ExecutionException e) {
        throw new IOException(e.getCause());
      }
    }
  }

  private ForwardBinding forward(int port) throws IOException {
    return situation.forwards().get().stream()
        .filter(one -> one.proto().equals("tcp") && one.guestPort() == port)
        .findFirst()
        .orElseThrow(() -> new IOException("port " + port + " has no forward on the host"));
  }

  private record Arrival(Answer.Outcome outcome, long nanos) {}

  private void see(
      Asked asked,
      CompletableFuture<Arrival> arrived,
      boolean towardsGuest,
      ByteBuffer bytes,
      int offset,
      int length) {
    if (towardsGuest || arrived.isDone()) {
      return;
    }
    var frame = ReplyFrame.of(bytes, offset, length);
    frame.map(Neighbour::sender).ifPresent(neighbour::learn);
    frame
        .flatMap(asked::outcome)
        .ifPresent(outcome -> arrived.complete(new Arrival(outcome, HostClock.nanos())));
    frame.flatMap(asked::further).ifPresent(this::sendOn);
  }

  /// On a thread of its own: the relay's must not wait for itself.
  private void sendOn(ByteBuffer frame) {
    Threads.waiting(
        "probe-reply",
        () -> {
          try {
            relay.inject(frame);
          } catch (IOException e) {
            // The probe itself runs into the same and says so.
          }
        });
  }
}
