// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.reach;

import java.nio.ByteBuffer;
import java.util.Optional;
import trilobite.model.reach.Answer.Outcome;
import trilobite.model.reach.Probe;

/// A probe under way.
///
/// @param own port or id of ours by which its answer is known
record Asked(Probe probe, ProbeFrames frames, int own) {

  private static final int SEQUENCE = 0x5452_494c;

  ByteBuffer frame() {
    return switch (probe) {
      case Probe.Arp arp -> frames.arp(1);
      case Probe.Echo(int sequence) -> frames.echo(own, sequence);
      case Probe.Connect(int port) -> frames.tcp(own, port, SEQUENCE, ProbeFrames.SYN);
      case Probe.Forward forward ->
          throw new IllegalArgumentException(forward.word() + " is asked from the host");
    };
  }

  /// What a frame of the guest's says to the probe; empty where it is no answer to it.
  Optional<Outcome> outcome(ReplyFrame reply) {
    return switch (probe) {
      case Probe.Arp arp ->
          reply instanceof ReplyFrame.Arp(var sender, int operation, int to)
                  && operation == 2
                  && sender.ip() == frames.to().ip()
                  && to == frames.from().ip()
              ? Optional.of(Outcome.ANSWERED)
              : Optional.empty();
      case Probe.Echo(int sequence) ->
          reply instanceof ReplyFrame.Echo(var sender, int to, int id, int number)
                  && sender.ip() == frames.to().ip()
                  && to == frames.from().ip()
                  && id == own
                  && number == sequence
              ? Optional.of(Outcome.ANSWERED)
              : Optional.empty();
      case Probe.Forward forward -> Optional.empty();
      case Probe.Connect(int port) ->
          ours(reply, port).flatMap(tcp -> connected(tcp.flags(), tcp.acknowledged()));
    };
  }

  private Optional<ReplyFrame.Tcp> ours(ReplyFrame reply, int port) {
    return reply instanceof ReplyFrame.Tcp tcp
            && tcp.sender().ip() == frames.to().ip()
            && tcp.to() == frames.from().ip()
            && tcp.fromPort() == port
            && tcp.toPort() == own
        ? Optional.of(tcp)
        : Optional.empty();
  }

  private static Optional<Outcome> connected(int flags, int acknowledged) {
    if (acknowledged != SEQUENCE + 1) {
      return Optional.empty();
    }
    if ((flags & ProbeFrames.RST) != 0) {
      return Optional.of(Outcome.REFUSED);
    }
    int both = ProbeFrames.SYN | ProbeFrames.ACK;
    return (flags & both) == both ? Optional.of(Outcome.ANSWERED) : Optional.empty();
  }

  /// What good manners ask for next: a half-open connection is taken back, and who asks for an
  /// address that only we have is told.
  Optional<ByteBuffer> further(ReplyFrame reply) {
    if (reply instanceof ReplyFrame.Arp(var sender, int operation, int wanted)
        && operation == 1
        && wanted == frames.from().ip()
        && sender.ip() == frames.to().ip()) {
      return Optional.of(new ProbeFrames(frames.from(), sender).arp(2));
    }
    return probe instanceof Probe.Connect(int port)
            && ours(reply, port).filter(tcp -> (tcp.flags() & ProbeFrames.RST) == 0).isPresent()
        ? Optional.of(frames.tcp(own, port, SEQUENCE + 1, ProbeFrames.RST))
        : Optional.empty();
  }
}
