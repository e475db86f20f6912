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
import trilobite.model.console.GuestText;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.model.why.Chain;
import trilobite.model.why.FullListener;

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
      return explain(chosen, why.get());
    }
    if (statistics) {
      return options.show(chosen, List.of(shown(Views.NETWORK_COUNTERS, rows -> true)));
    }
    var all = new ArrayList<Shown<?>>();
    all.add(shown(Views.LISTENERS, NetstatVerb::accepted));
    if (!listenersOnly) {
      all.add(shown(Views.SOCKETS, rows -> true));
    }
    return options.show(chosen, all);
  }

  private <R extends Record> Shown<R> shown(View<R> view, Predicate<List<R>> warm) {
    return new Shown<>(view, new TableAnswer<>(env, view.table(), HIDDEN), warm);
  }

  /// A thread that accepts is seen while it waits for connections, which it does most of the time.
  private static boolean accepted(List<ListenerRow> rows) {
    return rows.stream().allMatch(row -> row.thread().isPresent() || !row.protocol().equals("tcp"));
  }

  private int explain(LiveGuest chosen, int port) throws InterruptedException {
    var listeners = TableOptions.await(chosen, Views.LISTENERS, NetstatVerb::accepted);
    if (listeners instanceof Measured.Unknown<Listing<ListenerRow>>(var reason)) {
      throw new VerbException(Exit.NO, reason.why());
    }
    var rows = listeners.value().map(Listing::rows).orElse(List.of());
    var meant =
        port == 0
            ? rows.stream().filter(ListenerRow::full).toList()
            : rows.stream().filter(row -> row.port() == port).toList();
    if (meant.isEmpty() && port != 0) {
      throw new VerbException(Exit.ABSENT, "nothing listens on :" + port + " in the guest");
    }
    var threads =
        TableOptions.await(chosen, Views.THREADS, all -> true)
            .value()
            .map(Listing::rows)
            .orElse(List.of());
    meant.forEach(row -> print(row, FullListener.explain(row, threads)));
    if (meant.isEmpty()) {
      env.err().println("no listener is full");
    }
    return Exit.DONE;
  }

  private void print(ListenerRow row, Chain chain) {
    if (options.json()) {
      env.out().println(json(row, chain));
      return;
    }
    var text = new StringBuilder(chain.about()).append('\n');
    for (var step : chain.steps()) {
      var arrow = step.kind() == Chain.Kind.FINDING ? "  " : "  → ";
      var likely = step.kind() == Chain.Kind.LIKELY ? "likely: " : "";
      text.append(arrow).append(likely).append(step.text()).append('\n');
    }
    text.append("  ").append(chain.end());
    row.fullSince()
        .ifPresent(
            since -> text.append("\n  Full since ").append(since).append(" ms after start."));
    row.refused()
        .ifPresent(
            count ->
                text.append("\n  Refused so far: ")
                    .append(count)
                    .append(" (SYN ignored ")
                    .append(row.synDropped().orElse(0))
                    .append(", no control block ")
                    .append(row.noPcb().orElse(0))
                    .append(", reset ")
                    .append(row.reset().orElse(0))
                    .append(")."));
    row.oldAnswers().stream()
        .filter(count -> count > 0)
        .forEach(
            count ->
                text.append("\n  Answered by an old connection of the same two ports: ")
                    .append(count)
                    .append(count == 1 ? " SYN" : " SYNs")
                    .append("; those clients wait until it is over (TIME_WAIT)."));
    text.toString().lines().map(this::safe).forEach(env.out()::println);
  }

  private String safe(String line) {
    return env.terminal() ? GuestText.visible(line) : line;
  }

  private static Json json(ListenerRow row, Chain chain) {
    var steps =
        chain.steps().stream()
            .map(
                step ->
                    new Json()
                        .put("kind", step.kind().name().toLowerCase(java.util.Locale.ROOT))
                        .put("what", step.what())
                        .put("detail", step.detail())
                        .put("thread", step.thread())
                        .map())
            .toList();
    return new Json()
        .put("about", chain.about())
        .put("port", row.port())
        .put("state", row.state())
        .put("fullSince", row.fullSince())
        .put("refused", row.refused())
        .put("oldAnswers", row.oldAnswers())
        .put("steps", steps)
        .put("end", chain.end())
        .put("deadlock", chain.deadlock());
  }
}
