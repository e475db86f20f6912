// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.reach;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import trilobite.model.reach.Answer;
import trilobite.model.reach.Answer.Told;
import trilobite.model.reach.Trail;
import trilobite.model.run.ForwardBinding;
import trilobite.model.time.HostClock;
import trilobite.runner.net.Knock;
import trilobite.runner.relay.Relay;

/// Goes in by the host's forward, as a user would, and watches the guest's wire: QEMU's user
/// network keeps the port from which one comes, so that the connection is known there. It accepts
/// before it asks the guest, so that "connected" alone says nothing.
///
/// @param patienceMillis for each step
record ForwardProbe(Relay relay, Card card, long patienceMillis) {

  private static final int SYN = ProbeFrames.SYN;
  private static final int BOTH = ProbeFrames.SYN | ProbeFrames.ACK;

  Answer at(ForwardBinding forward) throws IOException, InterruptedException {
    var address = forward.host() + ":" + forward.hostPort();
    var before = card.indices();
    var sent = new CompletableFuture<Long>();
    var answered = new CompletableFuture<Arrival>();
    try (var knock = new Knock();
        var _ =
            relay.watch(
                (in, bytes, at, length) ->
                    see(
                        new Ends(knock.port(), forward.guestPort()),
                        sent,
                        answered,
                        in,
                        ReplyFrame.of(bytes, at, length).orElse(null)))) {
      try {
        knock.at(forward.host(), forward.hostPort(), (int) patienceMillis);
      } catch (IOException e) {
        return silent(
            Answer.Outcome.REFUSED, address, Trail.UNKNOWN.forwarded(Told.NO, Told.UNKNOWN));
      }
      if (!within(sent)) {
        return silent(Answer.Outcome.SILENT, address, Trail.UNKNOWN.forwarded(Told.YES, Told.NO));
      }
      if (!within(answered)) {
        return silent(
            Answer.Outcome.SILENT, address, card.trail(before).forwarded(Told.YES, Told.YES));
      }
      return new Answer(
          answered.join().outcome(),
          address,
          OptionalLong.of(answered.join().nanos() - sent.join()),
          Trail.ANSWERED.forwarded(Told.YES, Told.YES));
    }
  }

  private record Ends(int ours, int guests) {}

  private record Arrival(Answer.Outcome outcome, long nanos) {}

  private static Answer silent(Answer.Outcome outcome, String address, Trail trail) {
    return new Answer(outcome, address, OptionalLong.empty(), trail);
  }

  private boolean within(CompletableFuture<?> event) throws InterruptedException {
    try {
      event.get(patienceMillis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    }
  }

  private static void see(
      Ends ends,
      CompletableFuture<Long> sent,
      CompletableFuture<Arrival> answered,
      boolean towardsGuest,
      @org.jspecify.annotations.Nullable ReplyFrame frame) {
    if (!(frame instanceof ReplyFrame.Tcp tcp)) {
      return;
    }
    if (towardsGuest) {
      if (tcp.fromPort() == ends.ours() && tcp.toPort() == ends.guests() && has(tcp, SYN, BOTH)) {
        sent.complete(HostClock.nanos());
      }
    } else if (tcp.fromPort() == ends.guests() && tcp.toPort() == ends.ours()) {
      if ((tcp.flags() & ProbeFrames.RST) != 0) {
        answered.complete(new Arrival(Answer.Outcome.REFUSED, HostClock.nanos()));
      } else if (has(tcp, BOTH, BOTH)) {
        answered.complete(new Arrival(Answer.Outcome.ANSWERED, HostClock.nanos()));
      }
    }
  }

  private static boolean has(ReplyFrame.Tcp tcp, int flags, int among) {
    return (tcp.flags() & among) == flags;
  }
}
