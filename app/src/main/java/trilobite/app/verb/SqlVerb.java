// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import trilobite.model.console.GuestText;
import trilobite.model.port.LiveGuest;
import trilobite.model.query.QueryException;
import trilobite.model.query.QueryTerms;

/// `trilobite sql`.
@Command(
    name = "sql",
    description = "Asks a guest's views and past runs in SQL; --schema lists the tables.")
final class SqlVerb implements Callable<Integer> {
  private final Env env;

  @Mixin private LookChoice guest = new LookChoice();
  @Mixin private SqlPrint print = new SqlPrint();

  @Parameters(arity = "0..1", paramLabel = "QUERY", description = "one SQLite select")
  private String query = "";

  @Option(names = "--schema", description = "tables, columns, types, units and meanings instead")
  private boolean schema;

  @Option(
      names = "--watch",
      paramLabel = "1s",
      converter = Durations.class,
      description = "again and again until the guest ends")
  private @Nullable Duration watch;

  @Option(
      names = "--exact",
      description = "pause the guest while its tables are read: all rows of one moment")
  private boolean exact;

  @Option(names = "--rows", paramLabel = "N", description = "rows at most, normally 100,000")
  private int rows = QueryTerms.USUAL.rows();

  @Option(
      names = "--within",
      paramLabel = "10s",
      converter = Durations.class,
      description = "time until the query is stopped, normally 10s")
  private Duration within = QueryTerms.USUAL.time();

  private Optional<LiveGuest> chosen = Optional.empty();

  SqlVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var queries = env.workbench().get().queries();
    if (schema) {
      print.schema(env, queries.tables());
      return Exit.DONE;
    }
    if (query.isEmpty()) {
      throw new VerbException(Exit.USAGE, "write a query, or --schema for what can be asked");
    }
    var terms = new QueryTerms(within, Math.max(0, rows), QueryTerms.USUAL.bytes(), exact);
    try {
      print.answer(env, queries.ask(query, terms, this::guest));
      var every = watch;
      if (every != null) {
        try (var beat = new Beat(Math.max(100, every.toMillis()))) {
          while (env.heard()
              && beat.next(() -> chosen.filter(g -> g.ended().isDone()).isPresent())) {
            print.answer(env, queries.ask(query, terms, this::guest));
          }
        }
      }
      return Exit.DONE;
    } catch (QueryException e) {
      return refuse(e);
    }
  }

  private LiveGuest guest() throws java.io.IOException {
    if (chosen.isEmpty()) {
      chosen = Optional.of(guest.choose(env));
    }
    return chosen.get();
  }

  private int refuse(QueryException e) {
    env.err().println("trilobite: " + GuestText.visible(String.valueOf(e.getMessage())));
    e.position()
        .ifPresent(
            at -> {
              var before = query.substring(0, at);
              var line = before.substring(before.lastIndexOf('\n') + 1);
              var rest = query.substring(at).lines().findFirst().orElse("");
              env.err().println("  " + GuestText.visible(line + rest));
              env.err().println("  " + " ".repeat(GuestText.visible(line).length()) + "^");
            });
    return e.position().isPresent() ? Exit.USAGE : Exit.NO;
  }
}
