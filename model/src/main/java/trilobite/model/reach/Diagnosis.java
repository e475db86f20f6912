// SPDX-License-Identifier: Apache-2.0
package trilobite.model.reach;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import trilobite.model.guest.ListenerRow;
import trilobite.model.reach.Answer.Outcome;
import trilobite.model.reach.Answer.Told;

/// Where answers of a guest die, from probes of several kinds taken together.
///
/// @param place the part that let go of the packet
/// @param verdict one sentence
public record Diagnosis(Place place, String verdict) {

  /// The way of a packet to a program in the guest, outermost first.
  public enum Place {
    NOWHERE("answers"),
    FORWARD("forward"),
    QEMU("QEMU"),
    VIRTIO_QUEUE("virtio queue"),
    INTERFACE("guest interface"),
    STACK("guest stack"),
    LISTENER("listener"),
    THREAD("thread");

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
    return of(asked, List.of());
  }

  /// @param listeners of the guest, where they can be seen
  public static Diagnosis of(List<Asked> asked, List<ListenerRow> listeners) {
    return card(asked)
        .or(() -> connection(asked, listeners))
        .or(() -> host(asked))
        .orElseGet(() -> network(asked));
  }

  /// The card itself: nothing passes without a link, or before the driver has set it up.
  private static Optional<Diagnosis> card(List<Asked> asked) {
    if (told(asked, Trail::link, Told.NO)) {
      return found(
          Place.QEMU,
          "no link: the card's cable is unplugged in QEMU, which drops every frame (set_link)");
    }
    if (told(asked, Trail::driver, Told.NO)) {
      return found(
          Place.VIRTIO_QUEUE,
          "no ARP answer: the guest's driver has not set the card up, so it has no queue yet");
    }
    return Optional.empty();
  }

  /// What the port itself says; empty where it was not asked, or says that all is well.
  private static Optional<Diagnosis> connection(List<Asked> asked, List<ListenerRow> listeners) {
    for (var each : asked) {
      if (each.probe() instanceof Probe.Connect(int port)) {
        var listener = listeners.stream().filter(row -> row.port() == port).findFirst();
        var answer = each.answer();
        if (answer.answered()) {
          var waits = listener.flatMap(row -> waits(port, row));
          if (waits.isPresent()) {
            return waits;
          }
        } else if (answer.outcome() == Outcome.REFUSED) {
          return found(
              Place.LISTENER,
              "port " + port + " is closed: the guest answers, nobody listens there");
        } else if (any(asked, Probe.Echo.class) || any(asked, Probe.Arp.class)) {
          return found(Place.LISTENER, silent(port, listener));
        }
      }
    }
    return Optional.empty();
  }

  private static String silent(int port, Optional<ListenerRow> listener) {
    if (listener.filter(ListenerRow::full).isPresent()) {
      return "port "
          + port
          + " does not answer: its listener is full"
          + count(listener.get())
          + thread(listener.get());
    }
    return "port "
        + port
        + " does not answer while the guest does: its backlog is full, or something drops the SYN";
  }

  /// A listener that answers while connections pile up behind it.
  private static Optional<Diagnosis> waits(int port, ListenerRow row) {
    if (row.waiting().isEmpty() || row.limit().isEmpty()) {
      return Optional.empty();
    }
    long waiting = row.waiting().getAsLong();
    return waiting >= Math.max(2, row.limit().getAsLong() / 2)
        ? found(
            Place.THREAD,
            "port "
                + port
                + " answers, but nobody takes its connections"
                + count(row)
                + thread(row))
        : Optional.empty();
  }

  private static String count(ListenerRow row) {
    return row.waiting().isPresent() && row.limit().isPresent()
        ? ", %d of %d wait".formatted(row.waiting().getAsLong(), row.limit().getAsLong())
        : "";
  }

  private static String thread(ListenerRow row) {
    return row.thread().map(name -> " for thread " + name).orElse("");
  }

  /// The host's side of a port that answers from within, and all's well.
  private static Optional<Diagnosis> host(List<Asked> asked) {
    for (var each : asked) {
      if (each.probe() instanceof Probe.Forward(int port) && !each.answer().answered()) {
        var way = each.answer().trail();
        if (way.accepted() == Told.NO) {
          return found(
              Place.FORWARD,
              "nobody accepts on the host's forward "
                  + each.answer().address()
                  + " of port "
                  + port);
        }
        if (way.sent() == Told.NO) {
          return found(
              Place.QEMU,
              "the forward "
                  + each.answer().address()
                  + " accepts, but QEMU's user network sends the guest nothing");
        }
      }
    }
    if (any(asked, Probe.Connect.class)) {
      boolean echoes = any(asked, Probe.Echo.class) || none(asked, Probe.Echo.class);
      return found(
          Place.NOWHERE,
          echoes ? "reachable" : "no ICMP, but TCP answers: the guest drops echo requests");
    }
    return Optional.empty();
  }

  /// Without a connection that answers: how far ARP and ICMP come.
  private static Diagnosis network(List<Asked> asked) {
    if (any(asked, Probe.Echo.class)) {
      return new Diagnosis(Place.NOWHERE, loss(asked));
    }
    if (any(asked, Probe.Arp.class)) {
      return new Diagnosis(
          Place.STACK, "ARP answers, ICMP does not: the stack drops or ignores it");
    }
    if (told(asked, Trail::delivered, Told.NO)) {
      return new Diagnosis(
          Place.VIRTIO_QUEUE,
          "no ARP answer: the card has no free receive buffer, the guest's driver no longer refills"
              + " its queue");
    }
    var none = "no ARP answer from " + asked.getFirst().answer().address();
    if (told(asked, Trail::taken, Told.NO)) {
      return new Diagnosis(
          Place.INTERFACE,
          none
              + ": the frame was delivered into its receive queue, and the guest took nothing out:"
              + " it hangs, or its interrupts are off");
    }
    return new Diagnosis(
        Place.INTERFACE,
        none
            + ": the interface is down, has another address, or the guest hangs"
            + (told(asked, Trail::taken, Told.YES)
                ? "; its driver took the frame"
                : told(asked, Trail::delivered, Told.YES)
                    ? "; the frame was delivered into its receive queue"
                    : ""));
  }

  private static Optional<Diagnosis> found(Place place, String verdict) {
    return Optional.of(new Diagnosis(place, verdict));
  }

  private static boolean none(List<Asked> all, Class<? extends Probe> kind) {
    return all.stream().noneMatch(each -> kind.isInstance(each.probe()));
  }

  private static boolean any(List<Asked> all, Class<? extends Probe> kind) {
    return of(all, kind, Answer::answered);
  }

  private static boolean of(List<Asked> all, Class<? extends Probe> kind, Predicate<Answer> test) {
    return all.stream()
        .filter(each -> kind.isInstance(each.probe()))
        .map(Asked::answer)
        .anyMatch(test);
  }

  private static boolean told(List<Asked> asked, Function<Trail, Told> what, Told wanted) {
    return asked.stream().map(each -> what.apply(each.answer().trail())).anyMatch(wanted::equals);
  }

  private static String loss(List<Asked> asked) {
    var echo = asked.stream().filter(each -> each.probe() instanceof Probe.Echo).toList();
    long lost = echo.stream().filter(each -> !each.answer().answered()).count();
    return lost == 0
        ? "reachable"
        : String.format(
            Locale.ROOT, "reachable, %.0f %% of the echoes lost", 100.0 * lost / echo.size());
  }
}
