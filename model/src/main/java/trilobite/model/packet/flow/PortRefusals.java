// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.OptionalDouble;
import trilobite.model.guest.RefusalRow;

/// How a TCP port of the guest's answered those who wanted to connect, from the packets alone: what
/// its stack does not count itself.
///
/// @param asked connections that were asked for
/// @param answered connections of these whose SYN was answered by a SYN
/// @param ignored SYNs that nobody answered: the backlog or the connections' memory was full
/// @param dropped connections that were made and reset before the guest sent a byte: nobody had
///   room to accept them
/// @param closed SYNs that were answered by a reset: nobody listens
/// @param old SYNs that a connection of the same two ports answered, which is not quite over
public record PortRefusals(
    int port, long asked, long answered, Count ignored, Count dropped, Count closed, Count old) {

  /// @param first run time of the first one, in ms
  /// @param last run time of the last one, in ms
  public record Count(long count, OptionalDouble first, OptionalDouble last) {
    static final Count NONE = new Count(0, OptionalDouble.empty(), OptionalDouble.empty());

    Count and(double t) {
      return new Count(
          count + 1, first.isPresent() ? first : OptionalDouble.of(t), OptionalDouble.of(t));
    }

    /// One of them turned out to be none.
    Count less() {
      return count <= 1 ? NONE : new Count(count - 1, first, last);
    }
  }

  /// As a row of its view.
  public RefusalRow row() {
    return new RefusalRow(
        port,
        asked,
        answered,
        ignored.count(),
        ignored.first(),
        ignored.last(),
        dropped.count(),
        dropped.first(),
        dropped.last(),
        closed.count(),
        closed.first(),
        closed.last(),
        old.count(),
        old.first(),
        old.last());
  }

  static PortRefusals none(int port) {
    return new PortRefusals(port, 0, 0, Count.NONE, Count.NONE, Count.NONE, Count.NONE);
  }

  PortRefusals ask() {
    return new PortRefusals(port, asked + 1, answered, ignored, dropped, closed, old);
  }

  PortRefusals answer() {
    return new PortRefusals(port, asked, answered + 1, ignored, dropped, closed, old);
  }

  PortRefusals ignore(Count count) {
    return new PortRefusals(port, asked, answered, count, dropped, closed, old);
  }

  PortRefusals drop(double t) {
    return new PortRefusals(port, asked, answered, ignored, dropped.and(t), closed, old);
  }

  PortRefusals close(double t) {
    return new PortRefusals(port, asked, answered, ignored, dropped, closed.and(t), old);
  }

  PortRefusals answerForAnother(double t) {
    return new PortRefusals(port, asked, answered, ignored, dropped, closed, old.and(t));
  }
}
