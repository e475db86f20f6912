// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import trilobite.model.guest.ListenerRow;
import trilobite.model.reach.Diagnosis;
import trilobite.model.reach.Diagnosis.Asked;
import trilobite.model.reach.Diagnosis.Place;
import trilobite.model.reach.Probe;

/// What was asked and answered lately: round trips, loss, and how far packets came in the last
/// round. Plain state for one thread.
final class ReachModel {

  /// Echoes shown, and counted for the percentiles.
  static final int MOST = 120;

  private static final int MOST_PORTS = 8;

  private final Deque<OptionalDouble> echoes = new ArrayDeque<>();
  private List<Asked> round = List.of();
  private List<ListenerRow> listeners = List.of();

  /// How far packets came at one station of their way.
  enum Passed {
    YES,
    NO,
    UNKNOWN
  }

  /// A station on the way to a program in the guest.
  record Station(String name, Passed passed) {}

  /// Round trips in ms of those echoes that came back.
  record Figures(int sent, int lost, double median, double p90, double p99, double most) {
    String words() {
      if (sent == lost) {
        return sent + " sent, none came back";
      }
      return String.format(
          Locale.ROOT,
          "%d sent, %.1f %% lost; median %.2f, 90 %% within %.2f, 99 %% within %.2f, longest %.2f"
              + " ms",
          sent,
          100.0 * lost / sent,
          median,
          p90,
          p99,
          most);
    }
  }

  /// Ports that were typed, such as `80, 443`; empty where one of them is none, or they are too
  /// many.
  static Optional<List<Integer>> ports(String text) {
    var ports = new ArrayList<Integer>();
    for (var word : text.strip().split("[,\\s]+", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      try {
        int port = Integer.parseInt(word);
        if (port < 1 || port > 0xffff || ports.size() == MOST_PORTS) {
          return Optional.empty();
        }
        ports.add(port);
      } catch (NumberFormatException notANumber) {
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(ports));
  }

  void clear() {
    echoes.clear();
    round = List.of();
  }

  /// Takes one round in: what was asked at about the same moment.
  void take(List<Asked> asked) {
    take(asked, List.of());
  }

  /// @param seen the guest's listeners, where they can be seen
  void take(List<Asked> asked, List<ListenerRow> seen) {
    round = List.copyOf(asked);
    listeners = List.copyOf(seen);
    for (var each : asked) {
      if (each.probe() instanceof Probe.Echo) {
        var rtt = each.answer().rttNanos();
        echoes.addLast(
            each.answer().answered() && rtt.isPresent()
                ? OptionalDouble.of(rtt.getAsLong() / 1e6)
                : OptionalDouble.empty());
        if (echoes.size() > MOST) {
          echoes.removeFirst();
        }
      }
    }
  }

  /// Round trips in ms, oldest first; empty for one that was lost.
  List<OptionalDouble> echoes() {
    return List.copyOf(echoes);
  }

  Optional<Figures> figures() {
    if (echoes.isEmpty()) {
      return Optional.empty();
    }
    var sorted = echoes.stream().flatMapToDouble(OptionalDouble::stream).sorted().toArray();
    return Optional.of(
        new Figures(
            echoes.size(),
            echoes.size() - sorted.length,
            at(sorted, 0.5),
            at(sorted, 0.9),
            at(sorted, 0.99),
            at(sorted, 1)));
  }

  private static double at(double[] sorted, double quantile) {
    return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(quantile * sorted.length) - 1];
  }

  /// The last round in words.
  Optional<Diagnosis> diagnosis() {
    return round.isEmpty() ? Optional.empty() : Optional.of(Diagnosis.of(round, listeners));
  }

  /// The way of the last round's packets, outermost first.
  List<Station> way() {
    var died = diagnosis();
    return Arrays.stream(Place.values())
        .filter(place -> place != Place.NOWHERE)
        .map(place -> new Station(place.words(), passed(place, died)))
        .toList();
  }

  private Passed passed(Place station, Optional<Diagnosis> died) {
    if (died.isEmpty() || !looked(station)) {
      return Passed.UNKNOWN;
    }
    var place = died.get().place();
    if (place == Place.NOWHERE) {
      return Passed.YES;
    }
    int order = station.compareTo(place);
    return order < 0 ? Passed.YES : order == 0 ? Passed.NO : Passed.UNKNOWN;
  }

  /// Probes to the interface itself say nothing of a forward, and none but a connection of a
  /// program.
  private boolean looked(Place station) {
    return switch (station) {
      case NOWHERE, QEMU, VIRTIO_QUEUE, INTERFACE, STACK -> true;
      case FORWARD -> round.stream().anyMatch(each -> each.probe() instanceof Probe.Forward);
      case LISTENER -> round.stream().anyMatch(each -> each.probe() instanceof Probe.Connect);
      case THREAD ->
          round.stream()
              .anyMatch(
                  each ->
                      each.probe() instanceof Probe.Connect(int port)
                          && listeners.stream().anyMatch(row -> row.port() == port));
    };
  }
}
