// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import trilobite.model.check.Suggestion;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.port.LiveGuest;

/// `trilobite view`.
@Command(
    name = "view",
    description = "Any view of a guest as it is, such as vcpus or symbols; alone, lists them.")
final class ViewVerb implements Callable<Integer> {
  private final Env env;

  @Mixin private LookChoice guest = new LookChoice();
  @Mixin private TableOptions options = new TableOptions();

  @Parameters(arity = "0..1", paramLabel = "VIEW", description = "as sql --schema names it")
  private Optional<String> name = Optional.empty();

  ViewVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    if (name.isEmpty()) {
      return list();
    }
    var view =
        Views.named(name.get())
            .orElseThrow(() -> new VerbException(Exit.USAGE, unknown(name.get())));
    return show(guest.choose(env), view);
  }

  private int list() {
    if (options.json()) {
      Views.all()
          .forEach(
              view ->
                  env.out()
                      .println(new Json().put("view", view.name()).put("about", view.about())));
      return Exit.DONE;
    }
    var answer = new Answer("VIEW", "SHOWS");
    Views.all().forEach(view -> answer.row(view.name(), view.about()));
    answer.print(env);
    return Exit.DONE;
  }

  private static String unknown(String name) {
    var known = Views.all().stream().<String>map(View::name).toList();
    return "there is no view "
        + name
        + Suggestion.nearest(name, known)
            .map(near -> ". Did you mean “" + near + "”?")
            .orElse("; `trilobite view` lists them");
  }

  private <R extends Record> int show(LiveGuest chosen, View<R> view) throws InterruptedException {
    var table = new TableAnswer<>(env, view.table(), Set.of());
    return options.show(chosen, table, eyes -> eyes.see(view), _ -> true);
  }
}
