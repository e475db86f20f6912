// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trilobite.model.guest.Growth;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.table.Table;

/// `trilobite mem`.
@Command(
    name = "mem",
    description = "Memory of a guest, from what it was given to its live blocks, without a pause.")
final class MemVerb implements Callable<Integer> {
  private final Env env;

  @Mixin private LookChoice guest = new LookChoice();
  @Mixin private TableOptions options = new TableOptions();

  @ArgGroup private What what = new What();

  /// What is shown instead of the ladder.
  static final class What {
    @Option(names = "--map", description = "physical memory and what lies where")
    private boolean map;

    @Option(
        names = "--allocators",
        description = "each allocator and pool: in use, free, largest free, fragmentation")
    private boolean allocators;

    @Option(names = "--sizes", description = "live heap blocks by size, leak suspects marked")
    private boolean sizes;

    @Option(names = "--sites", description = "live heap blocks by the call that asked for them")
    private boolean sites;
  }

  @Option(
      names = "--since",
      paramLabel = "10s",
      converter = Durations.class,
      description = "how live heap blocks grow in that time from now on; --sites: of which call")
  private @Nullable Duration since;

  MemVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var time = since;
    if (time != null) {
      return what.sites
          ? grow(time, Views.ALLOCATION_SITES, Growth.SITES, Growth::betweenSites)
          : grow(time, Views.ALLOCATIONS, Growth.TABLE, Growth::between);
    }
    if (what.sites) {
      return show(Views.ALLOCATION_SITES, Set.of("allocator", "address"));
    }
    if (what.map) {
      return show(Views.MEMORY_MAP, Set.of());
    }
    if (what.allocators) {
      return show(Views.ALLOCATORS, Set.of("inner", "reclaimable"));
    }
    if (what.sizes) {
      return show(Views.ALLOCATIONS, Set.of());
    }
    return show(Views.MEMORY_LADDER, Set.of("source"));
  }

  private <R extends Record> int show(View<R> view, Set<String> hidden) throws Exception {
    var chosen = guest.choose(env);
    var table = new TableAnswer<>(env, view.table(), hidden);
    return options.show(chosen, table, eyes -> eyes.see(view), rows -> true);
  }

  private <R extends Record, G extends Record> int grow(
      Duration time, View<R> view, Table<G> table, BiFunction<List<R>, List<R>, List<G>> between)
      throws Exception {
    var chosen = guest.choose(env);
    var before = TableOptions.await(chosen, view, all -> true);
    var answer = new TableAnswer<>(env, table, Set.of("allocator"));
    if (before.value().isEmpty()) {
      return answer.print(before.map(none -> new Listing<>(List.of(), none.cut())), options.json());
    }
    try (var beat = new Beat(time.toMillis())) {
      var _ = beat.next(() -> chosen.ended().isDone());
    }
    var now = chosen.eyes().see(view);
    return answer.print(
        now.map(
            listing ->
                new Listing<>(
                    between.apply(before.value().get().rows(), listing.rows()), listing.cut())),
        options.json());
  }
}
