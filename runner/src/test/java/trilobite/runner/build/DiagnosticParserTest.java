// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;
import trilobite.runner.data.Data;
import trilobite.runner.toolchain.Matcher;
import trilobite.runner.toolchain.Toolchain;
import trilobite.runner.toolchain.Toolchains;

/// The matchers that ship with the program, on what the tools print.
class DiagnosticParserTest {

  private static final Path PROJECT = Path.of("/p");

  private final List<Diagnostic> told = new ArrayList<>();
  private final DiagnosticParser parser =
      new DiagnosticParser(
          new Toolchains(Data.shipped(), Path.of("/none")).named("make").orElseThrow(),
          PROJECT,
          told::add);

  private List<Diagnostic> parse(String output) {
    output.lines().forEach(parser::line);
    parser.end();
    return told;
  }

  @Test
  void compilerErrorHasPlaceAndNotes() {
    var found =
        parse(
            """
            In file included from src/main.c:3:
            src/pool.h:9:14: error: conflicting types for ‘f’; have ‘int(void)’
                9 |          int f(void);
                  |              ^
            src/pool.h:8:15: note: previous declaration of ‘f’ with type ‘void(void)’
            src/main.c: In function ‘main’:
            src/main.c:12:3: warning: unused variable ‘x’ [-Wunused-variable]
            """);
    assertThat(found)
        .extracting(Diagnostic::severity, d -> d.file().orElseThrow(), d -> d.place().orElseThrow())
        .containsExactly(
            tuple(Severity.ERROR, PROJECT.resolve("src/pool.h"), new TextPlace(9, 14)),
            tuple(Severity.WARNING, PROJECT.resolve("src/main.c"), new TextPlace(12, 3)));
    assertThat(found.getFirst().message()).startsWith("conflicting types");
    assertThat(found.getFirst().notes())
        .extracting(note -> note.file().orElseThrow(), note -> note.place().orElseThrow().line())
        .containsExactly(
            tuple(PROJECT.resolve("src/main.c"), 3), tuple(PROJECT.resolve("src/pool.h"), 8));
    assertThat(found.getLast().notes()).isEmpty();
  }

  @Test
  void clangAndFatalErrors() {
    assertThat(parse("a.c:1:10: fatal error: 'x.h' file not found\nclang: error: no input files\n"))
        .extracting(Diagnostic::message, d -> d.place().map(TextPlace::column).orElse(0))
        .containsExactly(tuple("'x.h' file not found", 10), tuple("no input files", 0));
  }

  @Test
  void linkerNamesTheLineWhereItCan() {
    var found =
        parse(
            """
            ld: build/obj/main.o: in function `main':
            ./src/main.c:12: undefined reference to `missing'
            /usr/bin/ld: main.c:(.text+0x5): undefined reference to `other'
            ld: cannot find -lnone: No such file or directory
            """);
    assertThat(found)
        .extracting(Diagnostic::file, d -> d.place().map(TextPlace::line), Diagnostic::message)
        .containsExactly(
            tuple(
                Optional.empty(),
                Optional.empty(),
                "cannot find -lnone: No such file or directory"),
            tuple(
                Optional.of(PROJECT.resolve("src/main.c")),
                Optional.of(12),
                "undefined symbol missing, wanted by build/obj/main.o"),
            tuple(
                Optional.of(PROJECT.resolve("main.c")),
                Optional.empty(),
                "undefined symbol other, wanted by build/obj/main.o"));
  }

  @Test
  void makeErrorsCountOnlyWhereNothingSaidMore() {
    assertThat(parse("make: *** [Makefile:5: all] Error 2\n"))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.file()).contains(PROJECT.resolve("Makefile"));
              assertThat(d.message()).isEqualTo("all] Error 2");
            });
    told.clear();
    var other = new DiagnosticParserTest();
    assertThat(other.parse("a.c:1:1: error: x\nmake: *** [Makefile:5: all] Error 1\n")).hasSize(1);
  }

  @Test
  void makeRulesAndSyntax() {
    assertThat(
            parse(
                """
                make: *** No rule to make target 'x.c', needed by 'all'.  Stop.
                Makefile:12: *** missing separator.  Stop.
                """))
        .extracting(Diagnostic::message, d -> d.place().map(TextPlace::line).orElse(0))
        .containsExactly(
            tuple("No rule to make target 'x.c', needed by 'all'", 0),
            tuple("missing separator", 12));
  }

  @Test
  void filesAreRelativeToTheFolderThatMakeEntered() {
    var found =
        parse(
            """
            make[1]: Entering directory '/p/lib'
            a.c:1:1: error: one
            make[1]: Leaving directory '/p/lib'
            b.c:1:1: error: two
            """);
    assertThat(found)
        .extracting(d -> d.file().orElseThrow())
        .containsExactly(Path.of("/p/lib/a.c"), Path.of("/p/b.c"));
  }

  @Test
  void manyProblemsAreBoundedAndCounted() {
    for (int i = 0; i < DiagnosticParser.MOST + 500; i++) {
      parser.line("a.c:1:1: error: again");
    }
    parser.end();
    assertThat(told).hasSize(DiagnosticParser.MOST);
    assertThat(parser.errors()).isEqualTo(DiagnosticParser.MOST + 500);
  }

  @Test
  void aCatastrophicExpressionIsGivenUpAndTheOthersGoOn() {
    var bad = new Matcher(Matcher.Kind.PROBLEM, Pattern.compile("^(?<message>(a+)+)$"));
    var make = new Toolchains(Data.shipped(), Path.of("/none")).named("make").orElseThrow();
    var both = new ArrayList<Matcher>(List.of(bad));
    both.addAll(make.matchers());
    var careful = new DiagnosticParser(with(make, both), PROJECT, told::add);
    careful.line("a".repeat(4000) + "!");
    careful.line("a.c:1:1: error: x");
    careful.end();
    assertThat(told).extracting(Diagnostic::message).containsExactly("x");
  }

  @Test
  void oddNumbersAndNamesDoNoHarm() {
    assertThat(parse("a.c:99999999999:0: error: x\n\0:1: error: y\n"))
        .first()
        .satisfies(d -> assertThat(d.place()).isEmpty());
  }

  private static Toolchain with(Toolchain t, List<Matcher> matchers) {
    return new Toolchain(
        t.name(),
        t.title(),
        t.summary(),
        t.signs(),
        t.tools(),
        t.install(),
        t.configure(),
        t.command(),
        t.clean(),
        t.menuconfig(),
        t.env(),
        t.variables(),
        t.image(),
        t.symbols(),
        t.prebuilt(),
        t.progress(),
        t.times(),
        t.options(),
        matchers,
        t.calls(),
        t.start(),
        t.page());
  }
}
