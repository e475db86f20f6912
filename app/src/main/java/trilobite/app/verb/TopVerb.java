// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.guest.Views;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;

/// `trilobite top`.
@Command(
    name = "top",
    description =
        "Threads of a guest on the whole terminal, again and again, with the keys of htop; without"
            + " a terminal one list, the busiest first.")
final class TopVerb implements Callable<Integer> {
  private static final Set<String> HIDDEN = Set.of("holder_id", "address");
  private static final double LEAST_SECONDS = 0.1;

  private final Env env;

  @Mixin private GuestChoice guest = new GuestChoice();
  @Mixin private TableOptions options = new TableOptions();

  @Option(
      names = {"-d", "--delay"},
      paramLabel = "SECONDS",
      description = "between two readings, 1 unless told otherwise")
  private double seconds = 1;

  TopVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var chosen = guest.choose(env.workbench().get());
    if (!env.terminal() || options.plain()) {
      return list(chosen);
    }
    try (var terminal = TerminalBuilder.builder().system(true).build()) {
      new TopScreen(chosen, terminal, Math.round(Math.max(seconds, LEAST_SECONDS) * 1000)).show();
    }
    if (chosen.ended().isDone()) {
      env.err().println("trilobite: the guest has ended: " + chosen.ended().get().words());
    }
    return Exit.DONE;
  }

  private int list(LiveGuest chosen) throws InterruptedException {
    var table = new TableAnswer<>(env, Views.THREADS.table(), HIDDEN);
    return options.show(
        chosen,
        table,
        TopVerb::busiestFirst,
        rows -> rows.isEmpty() || rows.stream().anyMatch(row -> row.cpu().isPresent()));
  }

  private static Measured<Listing<ThreadRow>> busiestFirst(Eyes eyes) {
    return eyes.threads().map(all -> new Listing<>(sorted(all.rows()), all.cut()));
  }

  private static List<ThreadRow> sorted(List<ThreadRow> rows) {
    return rows.stream()
        .sorted(Comparator.comparingDouble((ThreadRow row) -> -row.cpu().orElse(-1)))
        .toList();
  }
}
