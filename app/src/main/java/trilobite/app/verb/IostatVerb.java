// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.port.LiveGuest;

/// `trilobite iostat`.
@Command(
    name = "iostat",
    description = "Requests, bytes and queue of a guest's drives, by QEMU's own counters.")
final class IostatVerb implements Callable<Integer> {
  private final Env env;

  @Mixin private GuestChoice guest = new GuestChoice();
  @Mixin private TableOptions options = new TableOptions();

  @ArgGroup private What what = new What();

  /// Of one reading there is one table.
  private static final class What {
    @Option(names = "--latency", description = "how long requests took, as a histogram")
    private boolean latency;

    @Option(
        names = "--slowest",
        description = "the slowest requests, and between which looks they ended; best with --watch")
    private boolean slowest;
  }

  IostatVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var chosen = guest.choose(env.workbench().get());
    if (what.latency) {
      return only(chosen, Views.DRIVE_LATENCY);
    }
    if (what.slowest) {
      return only(chosen, Views.DRIVE_SLOWEST);
    }
    var table = new TableAnswer<>(env, Views.DRIVES.table(), Set.of());
    // A rate needs two readings; the second one is the answer.
    return options.show(
        chosen,
        table,
        eyes -> eyes.see(Views.DRIVES),
        rows -> rows.isEmpty() || rows.stream().anyMatch(row -> row.readRate().isPresent()));
  }

  private <R extends Record> int only(LiveGuest chosen, View<R> view) throws InterruptedException {
    var table = new TableAnswer<>(env, view.table(), Set.of());
    return options.show(chosen, table, eyes -> eyes.see(view), _ -> true);
  }
}
