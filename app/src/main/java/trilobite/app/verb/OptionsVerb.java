// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import trilobite.model.build.BuildOption;
import trilobite.model.build.OptionTable;
import trilobite.model.table.Table;

/// `trilobite options DIR`: what the page Build options shows.
@Command(
    name = "options",
    description = "What a project's own files choose about its build, with its author's help.")
final class OptionsVerb implements Callable<Integer> {

  private static final Table<BuildOption> TABLE = Table.of("options", BuildOption.class);

  /// What is long, or says where a row comes from.
  private static final Set<String> HIDDEN = Set.of("menu", "needs", "help", "declared");

  private final Env env;

  @Parameters(paramLabel = "DIR", description = "the project folder", defaultValue = ".")
  private Path folder = Path.of(".");

  @Option(names = "--table", paramLabel = "TITLE", description = "only this table")
  private Optional<String> title = Optional.empty();

  @Option(
      names = "--find",
      paramLabel = "TEXT",
      description = "only rows that have it in their name, value, menu or help")
  private String text = "";

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "change that option where it stands in its file, and list nothing")
  private Optional<String> change = Optional.empty();

  @Option(names = "--json", description = "one JSON object a table")
  private boolean json;

  OptionsVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws IOException {
    var place = env.resolve(folder);
    var builds = env.workbench().get().builds();
    var tables = builds.options(place).stream().filter(this::wanted).toList();
    if (tables.isEmpty()) {
      throw new VerbException(Exit.NO, none());
    }
    if (change.isPresent()) {
      var words = change.get().split("=", 2);
      if (words.length < 2) {
        throw new VerbException(Exit.USAGE, "--set takes NAME=VALUE");
      }
      builds.setOption(place, holder(tables, words[0]).title(), words[0], words[1]);
      return Exit.DONE;
    }
    tables.forEach(json ? this::object : this::print);
    return tables.stream().allMatch(table -> rows(table).isEmpty()) ? Exit.NO : Exit.DONE;
  }

  private boolean wanted(OptionTable table) {
    return title.filter(name -> !name.equalsIgnoreCase(table.title())).isEmpty();
  }

  private String none() {
    return title
        .map(name -> "this project has no table of options “" + name + "”")
        .orElse(
            "this project has no tables of options: its toolchain knows none, or the files that hold"
                + " them are not there");
  }

  private static OptionTable holder(List<OptionTable> tables, String name) {
    return tables.stream()
        .filter(table -> table.editable() && table.named(name).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new VerbException(Exit.NO, "no file of this project lets " + name + " be changed"));
  }

  private List<BuildOption> rows(OptionTable table) {
    return table.options().stream().filter(this::found).toList();
  }

  private boolean found(BuildOption option) {
    var all =
        String.join(
            "\n", option.name(), option.value(), option.prompt(), option.menu(), option.help());
    return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  private void print(OptionTable table) {
    var rows = rows(table);
    env.err().println(table.title() + ", " + table.file() + ": " + rows.size() + " options");
    if (!table.note().isEmpty()) {
      env.err().println("note: " + table.note());
    }
    if (!rows.isEmpty()) {
      new TableAnswer<>(env, TABLE, HIDDEN).rows(rows);
    }
  }

  private void object(OptionTable table) {
    env.out()
        .println(
            new Json()
                .put("table", TABLE.name())
                .put("title", table.title())
                .put("file", table.file().toString())
                .put("editable", table.editable())
                .put("note", table.note())
                .put("rows", new TableAnswer<>(env, TABLE, HIDDEN).objects(rows(table))));
  }
}
