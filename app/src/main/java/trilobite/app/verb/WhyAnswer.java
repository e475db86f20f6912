// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.List;
import java.util.Locale;
import trilobite.model.console.GuestText;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.Views;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.model.why.Chain;
import trilobite.model.why.FullListener;

/// Prints why listeners are full: the chain to the cause.
///
/// @param json one object a listener
record WhyAnswer(Env env, boolean json) {

  /// A thread that accepts is seen while it waits for connections, which it does most of the time.
  static boolean accepted(List<ListenerRow> rows) {
    return rows.stream().allMatch(row -> row.thread().isPresent() || !row.protocol().equals("tcp"));
  }

  /// @param port of the guest; 0 for all that are full
  /// @return the exit code
  int print(LiveGuest guest, int port) throws InterruptedException {
    var listeners = TableOptions.await(guest, Views.LISTENERS, WhyAnswer::accepted);
    if (listeners instanceof Measured.Unknown<Listing<ListenerRow>>(var reason)) {
      throw new VerbException(Exit.NO, reason.why());
    }
    var rows = listeners.value().map(Listing::rows).orElse(List.of());
    var meant =
        port == 0
            ? rows.stream().filter(ListenerRow::full).toList()
            : rows.stream().filter(row -> row.port() == port).toList();
    if (meant.isEmpty() && port != 0) {
      throw new VerbException(Exit.NO, "nothing listens on :" + port + " in the guest");
    }
    var threads =
        TableOptions.await(guest, Views.THREADS, all -> true)
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
    if (json) {
      env.out().println(object(row, chain));
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

  private static Json object(ListenerRow row, Chain chain) {
    var steps =
        chain.steps().stream()
            .map(
                step ->
                    new Json()
                        .put("kind", step.kind().name().toLowerCase(Locale.ROOT))
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
