// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import trilobite.model.console.GuestText;
import trilobite.model.guest.ListenerRow;
import trilobite.model.reach.Answer;
import trilobite.model.reach.Diagnosis;
import trilobite.model.reach.Diagnosis.Asked;
import trilobite.model.reach.Probe;
import trilobite.model.reading.Reading;

/// Prints the answers to probes as they come, and what they say together.
final class PingAnswer {

  /// A watch may go on for days; the median is then that of the newest.
  private static final int MOST_KEPT = 100_000;

  private final Env env;
  private final boolean json;
  private final List<Asked> others = new ArrayList<>();
  private final List<Asked> echoes = new ArrayList<>();
  private long sent;
  private long received;

  PingAnswer(Env env, boolean json) {
    this.env = env;
    this.json = json;
  }

  void add(Asked asked, Reading<?> reading) {
    if (asked.probe() instanceof Probe.Echo) {
      sent++;
      received += asked.answer().answered() ? 1 : 0;
      if (echoes.size() == MOST_KEPT) {
        echoes.removeFirst();
      }
      echoes.add(asked);
    } else {
      others.add(asked);
    }
    var answer = asked.answer();
    var millis =
        answer.rttNanos().isPresent()
            ? OptionalDouble.of(answer.rttNanos().getAsLong() / 1e6)
            : OptionalDouble.empty();
    var outcome = answer.outcome().name().toLowerCase(Locale.ROOT);
    if (json) {
      env.out()
          .println(
              Json.event("probe")
                  .put("probe", asked.probe().word())
                  .put("outcome", outcome)
                  .put("address", answer.address())
                  .put("rttMs", millis)
                  .put("accepted", told(answer.trail().accepted()))
                  .put("sent", told(answer.trail().sent()))
                  .put("link", told(answer.trail().link()))
                  .put("driver", told(answer.trail().driver()))
                  .put("delivered", told(answer.trail().delivered()))
                  .put("taken", told(answer.trail().taken()))
                  .provenance(reading));
    } else {
      env.out()
          .println(
              "%-9s %s %s%s"
                  .formatted(
                      asked.probe().word(),
                      answer.address(),
                      outcome,
                      millis.isPresent()
                          ? String.format(Locale.ROOT, " in %.3f ms", millis.getAsDouble())
                          : ""));
    }
  }

  private static String told(Answer.Told told) {
    return told.name().toLowerCase(Locale.ROOT);
  }

  void unread(String why) {
    if (json) {
      env.out().println(Json.event("probe").put("outcome", null).put("outcomeWhy", why));
    } else {
      env.err().println("trilobite: " + GuestText.visible(why));
    }
  }

  long received() {
    return received;
  }

  /// @param listeners of the guest, where they can be seen
  /// @return the exit code: no echo at all is a no
  int summary(List<ListenerRow> listeners) {
    var rtts =
        echoes.stream()
            .flatMapToLong(each -> each.answer().rttNanos().stream())
            .sorted()
            .mapToDouble(nanos -> nanos / 1e6)
            .toArray();
    var all = new ArrayList<>(others);
    all.addAll(echoes);
    var diagnosis = Diagnosis.of(all, listeners);
    if (json) {
      env.out()
          .println(
              Json.event("summary")
                  .put("sent", sent)
                  .put("received", received)
                  .put("rttMsMin", at(rtts, 0))
                  .put("rttMsMedian", at(rtts, 0.5))
                  .put("rttMsP99", at(rtts, 0.99))
                  .put("rttMsMax", at(rtts, 1))
                  .put("died", diagnosis.place().words())
                  .put("verdict", diagnosis.verdict()));
    } else {
      env.out().println("%d sent, %d received%s".formatted(sent, received, times(rtts)));
      env.out().println(diagnosis.verdict());
    }
    return received > 0 ? Exit.DONE : Exit.NO;
  }

  private static String times(double[] sorted) {
    return sorted.length == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "; round trip min %.3f, median %.3f, max %.3f ms",
            sorted[0],
            at(sorted, 0.5).getAsDouble(),
            sorted[sorted.length - 1]);
  }

  private static OptionalDouble at(double[] sorted, double quantile) {
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sorted[(int) Math.round((sorted.length - 1) * quantile)]);
  }
}
