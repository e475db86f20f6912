// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.Views;
import trilobite.model.port.LiveGuest;
import trilobite.model.reach.Diagnosis;
import trilobite.model.reach.Probe;
import trilobite.model.reading.Measured;

/// `trilobite ping`.
@Command(
    name = "ping",
    description = "Asks the guest's own interface by ARP, ICMP and TCP, below any forward.")
final class PingVerb implements Callable<Integer> {

  private final Env env;

  @Mixin private GuestChoice guest = new GuestChoice();

  @Option(names = "-c", paramLabel = "N", defaultValue = "5", description = "how many echoes")
  private int count;

  @Option(
      names = "-i",
      paramLabel = "TIME",
      defaultValue = "1s",
      converter = Durations.class,
      description = "time between two, such as 200ms")
  private Duration interval = Duration.ofSeconds(1);

  @Option(
      names = {"-p", "--port"},
      paramLabel = "PORT",
      description = "also connect to this port, and to its forward; may be given again")
  private List<Integer> ports = new ArrayList<>();

  @Option(names = "--watch", description = "until the guest ends")
  private boolean watch;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  PingVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    if (count < 1 || interval.toMillis() < 10 || ports.stream().anyMatch(p -> p < 1 || p > 65535)) {
      throw new VerbException(Exit.USAGE, "-c takes 1 or more, -i 10ms or more, --port 1 to 65535");
    }
    var chosen = guest.choose(env.workbench().get());
    var answer = new PingAnswer(env, json);
    if (!ask(chosen, answer, new Probe.Arp())) {
      return Exit.NO;
    }
    echoes(chosen, answer);
    for (int port : asked(chosen, answer)) {
      ask(chosen, answer, new Probe.Connect(port));
      if (forwarded(chosen, port)) {
        ask(chosen, answer, new Probe.Forward(port));
      }
    }
    return answer.summary(listeners(chosen));
  }

  private static boolean forwarded(LiveGuest chosen, int port) {
    return chosen.status().forwards().stream()
        .anyMatch(one -> one.proto().equals("tcp") && one.guestPort() == port);
  }

  /// Why a port does not answer, or who lets it wait, is seen in the guest's own list.
  private List<ListenerRow> listeners(LiveGuest chosen) {
    return ports.isEmpty()
        ? List.of()
        : chosen.eyes().see(Views.LISTENERS).value().map(Listing::rows).orElse(List.of());
  }

  private void echoes(LiveGuest chosen, PingAnswer answer) throws InterruptedException {
    try (var beat = new Beat(interval.toMillis())) {
      for (int i = 1; watch || i <= count; i++) {
        ask(chosen, answer, new Probe.Echo(i & 0xffff));
        if ((watch || i < count) && !(env.heard() && beat.next(() -> chosen.ended().isDone()))) {
          break;
        }
      }
    }
  }

  /// Where no echo came back, the forwarded ports tell whether anything answers at all.
  private List<Integer> asked(LiveGuest chosen, PingAnswer answer) {
    return ports.isEmpty() && answer.received() == 0
        ? chosen.status().forwards().stream()
            .filter(forward -> forward.proto().equals("tcp"))
            .map(forward -> forward.guestPort())
            .distinct()
            .toList()
        : ports;
  }

  private static boolean ask(LiveGuest chosen, PingAnswer printer, Probe probe) {
    return switch (chosen.reach().ask(probe)) {
      case Measured.Known<trilobite.model.reach.Answer>(var reading) -> {
        printer.add(new Diagnosis.Asked(probe, reading.value()), reading);
        yield true;
      }
      case Measured.Unknown<trilobite.model.reach.Answer>(var reason) -> {
        printer.unread(reason.why());
        yield false;
      }
    };
  }
}
