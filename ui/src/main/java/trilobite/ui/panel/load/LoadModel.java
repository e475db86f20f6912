// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.load;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import trilobite.model.port.Load.Figures;
import trilobite.model.run.ForwardBinding;
import trilobite.model.run.RunStatus;

/// What the load control shows: figures of the last second and in all, and an honest word about the
/// client. Plain state for one thread.
final class LoadModel {

  static final double MOST_RATE = 20_000;
  static final int MOST_CONNECTIONS = 256;

  private static final double SECOND = 1_000;

  private final Deque<Taken> taken = new ArrayDeque<>();

  /// Figures at a moment, ms on any one clock.
  private record Taken(double t, Figures figures) {}

  /// Rates of the last second.
  ///
  /// @param waiting requests on their way
  record Now(double sent, double answered, double failed, double late, long waiting) {}

  /// Forwards that speak TCP, in the project's order.
  static List<ForwardBinding> targets(Optional<RunStatus> status) {
    return status
        .filter(one -> one.state().alive())
        .map(RunStatus::forwards)
        .orElse(List.of())
        .stream()
        .filter(forward -> forward.proto().equals("tcp"))
        .toList();
  }

  /// Where requests go; empty where the path cannot be part of an address.
  static Optional<URI> uri(ForwardBinding forward, String path) {
    try {
      var clean = path.isBlank() ? "/" : path.strip();
      var rooted = clean.startsWith("/") ? clean : "/" + clean;
      return Optional.of(new URI("http://" + forward.host() + ":" + forward.hostPort() + rooted));
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  /// A rate that was typed; empty where it is none between 1 and 20,000 a second.
  static Optional<Double> rate(String text) {
    return number(text).filter(rate -> rate >= 1 && rate <= MOST_RATE);
  }

  /// A number of connections that was typed; empty where it is none between 1 and 256.
  static Optional<Integer> connections(String text) {
    return number(text)
        .filter(count -> count == Math.rint(count) && count >= 1 && count <= MOST_CONNECTIONS)
        .map(Double::intValue);
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text.strip().replace(",", "")));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  /// A slider from 0 to 1 covers 1 to 20,000 requests a second, finely where rates are small.
  static double rateAt(double slider) {
    double exact = Math.pow(MOST_RATE, Math.clamp(slider, 0, 1));
    double grain = Math.pow(10, Math.max(0, Math.floor(Math.log10(exact)) - 1));
    return Math.rint(exact / grain) * grain;
  }

  static double sliderAt(double rate) {
    return Math.log(Math.clamp(rate, 1, MOST_RATE)) / Math.log(MOST_RATE);
  }

  void started() {
    taken.clear();
  }

  void take(double t, Figures figures) {
    taken.addLast(new Taken(t, figures));
    while (taken.size() > 2 && taken.peekFirst().t() < t - SECOND) {
      taken.removeFirst();
    }
  }

  Optional<Now> now() {
    if (taken.size() < 2) {
      return Optional.empty();
    }
    var first = taken.getFirst();
    var last = taken.getLast();
    double seconds = (last.t() - first.t()) / 1_000;
    if (seconds <= 0) {
      return Optional.empty();
    }
    var a = first.figures();
    var b = last.figures();
    return Optional.of(
        new Now(
            (b.sent() - a.sent()) / seconds,
            (b.answered() - a.answered()) / seconds,
            (b.failed() - a.failed()) / seconds,
            (b.late() - a.late()) / seconds,
            Math.max(0, b.sent() - b.answered() - b.failed())));
  }

  /// One sentence on what the figures mean; the worst first.
  static String verdict(Now now, double wanted) {
    if (now.late() > Math.max(1, wanted * 0.01)) {
      return String.format(
          Locale.ROOT,
          "%.0f requests a second could not be sent in time: all connections wait for the guest, or"
              + " this machine is busy. Latency counts from the moment a request was due.",
          now.late());
    }
    if (now.failed() > 0) {
      return String.format(
          Locale.ROOT, "%.0f requests a second fail: see Console and Network.", now.failed());
    }
    if (now.answered() == 0 && now.waiting() > 0) {
      return now.waiting() + " requests wait, and none was answered in the last second.";
    }
    return "The guest keeps up.";
  }

  /// True where the sentence is about something wrong.
  static boolean bad(Now now, double wanted) {
    return now.late() > Math.max(1, wanted * 0.01)
        || now.failed() > 0
        || (now.answered() == 0 && now.waiting() > 0);
  }
}
