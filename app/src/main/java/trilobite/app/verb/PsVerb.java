// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.Views;

/// `trilobite ps`.
@Command(name = "ps", description = "Threads of a guest, read from its memory without pausing it.")
final class PsVerb implements Callable<Integer> {
  /// What people do not look for; JSON has it.
  private static final Set<String> HIDDEN = Set.of("holder_id", "address");

  private final Env env;

  @Mixin private LookChoice guest = new LookChoice();
  @Mixin private TableOptions options = new TableOptions();

  PsVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var chosen = guest.choose(env);
    var table = new TableAnswer<>(env, Views.THREADS.table(), HIDDEN);
    // A CPU share needs two readings; the second one is the answer.
    return options.show(
        chosen,
        table,
        Eyes::threads,
        rows ->
            guest.still()
                || rows.isEmpty()
                || rows.stream().anyMatch(row -> row.cpu().isPresent()));
  }
}
