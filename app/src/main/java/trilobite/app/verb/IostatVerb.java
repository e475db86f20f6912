// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import trilobite.model.guest.Views;

/// `trilobite iostat`.
@Command(
    name = "iostat",
    description = "Requests, bytes and queue of a guest's drives, by QEMU's own counters.")
final class IostatVerb implements Callable<Integer> {
  private final Env env;

  @Mixin private GuestChoice guest = new GuestChoice();
  @Mixin private TableOptions options = new TableOptions();

  IostatVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var chosen = guest.choose(env.workbench().get());
    var table = new TableAnswer<>(env, Views.DRIVES.table(), Set.of());
    // A rate needs two readings; the second one is the answer.
    return options.show(
        chosen,
        table,
        eyes -> eyes.see(Views.DRIVES),
        rows -> rows.isEmpty() || rows.stream().anyMatch(row -> row.readRate().isPresent()));
  }
}
