// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import trilobite.model.packet.Packet;

/// SYNs that wait for an answer. One is given up when it is sent again, or when a second has
/// passed; an answer that comes after that second takes it back.
final class Knocks {

  /// First timeout of a connection's (RFC 6298, section 2.1): by then its sender has given up, too.
  static final double PATIENCE_MILLIS = 1000;

  /// A flood of SYNs is bounded: the oldest count as ignored.
  private static final int MOST = 100_000;

  private final ArrayDeque<Knock> waiting = new ArrayDeque<>();
  private final Map<Long, Knock> latest = new HashMap<>();
  private final ObjLongConsumer<Flow> ignored;
  private final ObjLongConsumer<Flow> answeredLate;

  /// @param ignored told of a SYN given up, by its packet's number
  /// @param answeredLate told where that was wrong
  Knocks(ObjLongConsumer<Flow> ignored, ObjLongConsumer<Flow> answeredLate) {
    this.ignored = ignored;
    this.answeredLate = answeredLate;
  }

  private static final class Knock {
    final Flow flow;
    final long number;
    final double t;
    boolean givenUp;
    boolean answered;

    Knock(Flow flow, Packet packet) {
      this.flow = flow;
      this.number = packet.number();
      this.t = packet.t();
    }
  }

  void knock(Flow flow, Packet packet) {
    var earlier = latest.get(flow.id);
    if (earlier != null) {
      giveUp(earlier);
    }
    var knock = new Knock(flow, packet);
    latest.put(flow.id, knock);
    waiting.addLast(knock);
    if (waiting.size() > MOST) {
      expire(waiting.removeFirst());
    }
  }

  void answer(Flow flow) {
    var knock = latest.remove(flow.id);
    if (knock != null) {
      knock.answered = true;
      if (knock.givenUp) {
        answeredLate.accept(flow, knock.number);
      }
    }
  }

  /// It is `t` on the run's clock.
  void advance(double t) {
    while (!waiting.isEmpty() && t - waiting.getFirst().t > PATIENCE_MILLIS) {
      expire(waiting.removeFirst());
    }
  }

  private void expire(Knock knock) {
    if (!knock.answered) {
      giveUp(knock);
    }
  }

  private void giveUp(Knock knock) {
    if (!knock.givenUp) {
      knock.givenUp = true;
      ignored.accept(knock.flow, knock.number);
    }
  }

  void forget(Flow flow) {
    latest.remove(flow.id);
  }
}
