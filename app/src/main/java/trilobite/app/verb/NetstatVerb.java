// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trilobite.app.verb.TableOptions.Shown;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;

/// `trilobite netstat`.
@Command(
    name = "netstat",
    description = "Listeners and connections of a guest, with their other ends on the host.")
final class NetstatVerb implements Callable<Integer> {
  /// What people do not look for; JSON has it.
  private static final Set<String> HIDDEN =
      Set.of("port", "thread_id", "address", "local_port", "remote_port", "peer_socket");

  private final Env env;

  @Mixin private LookChoice guest = new LookChoice();
  @Mixin private TableOptions options = new TableOptions();

  @Option(
      names = {"-l", "--listeners"},
      description = "listeners only")
  private boolean listenersOnly;

  @Option(
      names = {"-t", "--tcp"},
      description = "TCP only; with -u, both")
  private boolean tcp;

  @Option(
      names = {"-u", "--udp"},
      description = "UDP only")
  private boolean udp;

  /// Habits of the hand, one or all of them.
  @Option(
      names = {"-a", "-n", "-p"},
      description = "as without: everything is shown, in numbers and with its owner")
  @SuppressWarnings("UnusedVariable")
  private boolean[] anyway = {};

  @Option(
      names = {"-s", "--statistics"},
      description = "what the network stack counts for all of them")
  private boolean statistics;

  @Option(
      names = "--why",
      arity = "0..1",
      fallbackValue = "0",
      paramLabel = "PORT",
      description = "why a listener is full: the chain to the cause; without a port, of all")
  private Optional<Integer> why = Optional.empty();

  NetstatVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var chosen = guest.choose(env);
    if (why.isPresent()) {
      return new WhyAnswer(env, options.json()).print(chosen, why.get());
    }
    if (statistics) {
      return options.show(
          chosen, List.of(shown(Views.NETWORK_COUNTERS, row -> true, rows -> true)));
    }
    var all = new ArrayList<Shown<?>>();
    all.add(
        shown(
            Views.LISTENERS,
            row -> asked(row.protocol()),
            rows -> guest.still() || WhyAnswer.accepted(rows)));
    if (!listenersOnly) {
      all.add(shown(Views.SOCKETS, row -> asked(row.protocol()), rows -> true));
    }
    return options.show(chosen, all);
  }

  /// Of `tcp`, `udp` and what else a stack may have.
  private boolean asked(String protocol) {
    return !(tcp || udp) || (tcp && protocol.equals("tcp")) || (udp && protocol.equals("udp"));
  }

  private <R extends Record> Shown<R> shown(
      View<R> view, Predicate<R> asked, Predicate<List<R>> warm) {
    return new Shown<>(view, new TableAnswer<>(env, view.table(), HIDDEN, asked), warm);
  }
}
