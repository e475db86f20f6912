// SPDX-License-Identifier: Apache-2.0
package trilobite.model.reach;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Where answers of a guest die, from probes of several kinds taken together.
///
/// @param place the part that let go of the packet
/// @param verdict one sentence
public record Diagnosis(Place place, String verdict) {

  /// The way of a packet to a program in the guest, outermost first.
  public enum Place {
    NOWHERE("answers"),
    VIRTIO_QUEUE("virtio queue"),
    INTERFACE("guest interface"),
    STACK("guest stack"),
    LISTENER("listener");

    private final String words;

    Place(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// A probe and what came of it.
  public record Asked(Probe probe, Answer answer) {}

  /// @param asked at least one; several of a kind count together
  public static Diagnosis of(List<Asked> asked) {
    var arp = kind(asked, Probe.Arp.class);
    var echo = kind(asked, Probe.Echo.class);
    var connect = kind(asked, Probe.Connect.class);
    if (any(connect, a -> a.answered())) {
      return new Diagnosis(
          Place.NOWHERE,
          any(echo, Answer::answered) || echo.isEmpty()
              ? "reachable"
              : "no ICMP, but TCP answers: the guest drops echo requests");
    }
    if (any(connect, a -> a.outcome() == Answer.Outcome.REFUSED)) {
      return new Diagnosis(
          Place.LISTENER, port(connect) + " is closed: the guest answers, nobody listens there");
    }
    if (!connect.isEmpty() && (any(echo, Answer::answered) || any(arp, Answer::answered))) {
      return new Diagnosis(
          Place.LISTENER,
          port(connect)
              + " does not answer while the guest does: its backlog is full, or something drops the"
              + " SYN");
    }
    if (any(echo, Answer::answered)) {
      return new Diagnosis(Place.NOWHERE, loss(echo));
    }
    if (any(arp, Answer::answered)) {
      return new Diagnosis(
          Place.STACK, "ARP answers, ICMP does not: the stack drops or ignores it");
    }
    if (any(asked, a -> a.delivered() == Answer.Delivered.NO)) {
      return new Diagnosis(
          Place.VIRTIO_QUEUE,
          "no ARP answer: the card has no free receive buffer, the guest's driver no longer refills"
              + " its queue");
    }
    return new Diagnosis(
        Place.INTERFACE,
        "no ARP answer from "
            + asked.getFirst().answer().address()
            + ": the interface is down, has another address, or the guest hangs"
            + (any(asked, a -> a.delivered() == Answer.Delivered.YES)
                ? "; the frame was delivered into its receive queue"
                : ""));
  }

  private static List<Asked> kind(List<Asked> all, Class<? extends Probe> kind) {
    return all.stream().filter(each -> kind.isInstance(each.probe())).toList();
  }

  private static boolean any(List<Asked> asked, Predicate<Answer> test) {
    return asked.stream().map(Asked::answer).anyMatch(test);
  }

  private static String port(List<Asked> connect) {
    return connect.getFirst().probe() instanceof Probe.Connect(int port)
        ? "port " + port
        : "the port";
  }

  private static String loss(List<Asked> echo) {
    long lost = echo.stream().filter(each -> !each.answer().answered()).count();
    return lost == 0
        ? "reachable"
        : String.format(
            Locale.ROOT, "reachable, %.0f %% of the echoes lost", 100.0 * lost / echo.size());
  }
}
