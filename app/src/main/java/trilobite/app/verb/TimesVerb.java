// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trilobite.model.build.FileTime;
import trilobite.model.table.Table;

/// `trilobite times DIR`: what the tab Times of the Build panel shows.
@Command(
    name = "times",
    description = "How long each file took to build, against the build before; slowest first.")
final class TimesVerb implements Callable<Integer> {

  private static final Table<FileTime> TABLE = Table.of("times", FileTime.class);

  private final Env env;

  @Mixin private ProjectChoice choice = new ProjectChoice();

  @Option(names = "--json", description = "one JSON object")
  private boolean json;

  TimesVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var workbench = env.workbench().get();
    var place = env.resolve(choice.folder);
    var project = new Launching(env, workbench, RunPrinter.of(env, json)).project(place);
    var target = Launching.target(project, choice.target).name();
    var times =
        workbench.builds().times(place, target).stream()
            .sorted(Comparator.comparingDouble((FileTime time) -> -time.took().orElse(-1)))
            .toList();
    if (times.isEmpty()) {
      throw new VerbException(
          Exit.NO,
          "there are no times of single files: build first, by a toolchain that names each file as"
              + " it begins it or keeps a log of its own");
    }
    if (json) {
      var rows = new TableAnswer<>(env, TABLE, Set.of()).objects(times);
      env.out().println(new Json().put("table", TABLE.name()).put("rows", rows));
    } else {
      var answer = new Answer("FILE", "TOOK, MS", "BEFORE, MS", "CHANGE, MS");
      times.forEach(
          time ->
              answer.row(
                  time.file(),
                  text("%.1f", time.took()),
                  text("%.1f", time.before()),
                  text("%+.1f", time.change())));
      answer.print(env);
    }
    return Exit.DONE;
  }

  private static String text(String form, OptionalDouble millis) {
    return millis.isPresent() ? String.format(Locale.ROOT, form, millis.getAsDouble()) : "–";
  }
}
