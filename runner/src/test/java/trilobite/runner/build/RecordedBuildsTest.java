// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.runner.data.Data;
import trilobite.runner.toolchain.Toolchains;

/// What real tools printed, as problems. Recorded on Debian 12 with GCC 12.2.0, binutils 2.40,
/// Clang and LLD 14.0.6, cargo 1.95.0, CMake 3.25.1, ninja 1.11.1, GNU make 4.3, Go 1.19.8, OCaml
/// 4.13.1, dune 2.9.3 and Free Pascal 3.2.2; long lines are cut.
class RecordedBuildsTest {

  private static final Path PROJECT = Path.of("/w/c");

  @TempDir Path config;

  /// `file:line:column severity message | note@file:line`, a problem a line.
  private List<String> problems(String recording, String... sets) throws IOException {
    Files.createDirectories(config.resolve("toolchains"));
    var names = String.join("\", \"", sets);
    Files.writeString(
        config.resolve("toolchains/t.toml"), "schema = 1\nmatchers = [\"" + names + "\"]\n");
    var toolchain = new Toolchains(Data.shipped(), config).named("t").orElseThrow();
    var told = new ArrayList<Diagnostic>();
    var parser = new DiagnosticParser(toolchain, PROJECT, told::add);
    try (var in = getClass().getResourceAsStream("/build/" + recording + ".txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      text.lines().forEach(parser::line);
    }
    parser.end();
    return told.stream().map(RecordedBuildsTest::shown).toList();
  }

  private static String shown(Diagnostic d) {
    var where = new StringBuilder(d.file().map(f -> f.getFileName().toString()).orElse("-"));
    d.place().ifPresent(p -> where.append(':').append(p.line()).append(':').append(p.column()));
    var notes = new StringBuilder();
    for (var note : d.notes()) {
      notes.append(" | ").append(note.message());
      note.file().ifPresent(f -> notes.append('@').append(f.getFileName()));
      note.place().ifPresent(p -> notes.append(':').append(p.line()));
    }
    return where + (d.severity() == Severity.ERROR ? " E " : " W ") + d.message() + notes;
  }

  @Test
  void compilersOfC() throws IOException {
    assertThat(problems("gcc", "gcc"))
        .hasSize(4)
        .first()
        .isEqualTo("a.c:5:11 E ‘struct s’ has no member named ‘y’");
    assertThat(problems("gcc", "gcc").get(1))
        .startsWith("a.c:5:22 W passing argument 1 of ‘twice’")
        .endsWith(
            "| included from here@a.c:1 | expected ‘int’ but argument is of type ‘char *’@a.h:2");
    assertThat(problems("g++", "gcc"))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("t.cc:3:53 E no matching function")
        .contains("| candidate: ", "@stl_vector.h:1293");
    assertThat(problems("clang", "gcc"))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("a.c:5:22 W incompatible pointer")
        .endsWith("| passing argument to parameter 'v' here@a.h:2");
  }

  @Test
  void linkersGroupWhatIsMissedBySymbol() throws IOException {
    assertThat(problems("ld", "gcc", "ld"))
        .containsExactly(
            "- W cannot find entry symbol _start; defaulting to 0000000000001030",
            "u1.c:2:1 E undefined symbol fork, wanted by u1.o, u2.o: a POSIX call that this"
                + " kernel's libraries do not provide here | wanted by work in u1.o@u1.c:2 | wanted"
                + " by main in u2.o@u2.c:2",
            "u1.c:2:1 E undefined symbol shm_open, wanted by u1.o: a POSIX call that this kernel's"
                + " libraries do not provide here | wanted by work in u1.o@u1.c:2");
    assertThat(problems("ld-stripped", "gcc", "ld").get(1))
        .startsWith("u1.c E undefined symbol fork, wanted by u1.o, u2.o");
    assertThat(problems("lld", "gcc", "lld"))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("u1.c:2:1 E undefined symbol fork, wanted by u1.o, u2.o")
        .endsWith("| wanted by work in u1.o@u1.c:2 | wanted by main in u2.o@u2.c:2");
  }

  @Test
  void cargoAndOcamlPartWhereFromWhat() throws IOException {
    assertThat(problems("cargo", "rust")).containsExactly("main.rs:7:18 E mismatched types");
    assertThat(problems("ocamlc", "ocaml"))
        .containsExactly(
            "main.ml:1:14 W this pattern-matching is not exhaustive.",
            "main.ml:4:26 E This expression has type int but an expression was expected of type"
                + " int option");
    assertThat(problems("dune", "ocaml"))
        .hasSize(3)
        .allSatisfy(one -> assertThat(one).startsWith("main.ml").contains(" E "));
  }

  @Test
  void toolsThatWriteJson() throws IOException {
    assertThat(problems("cargo-json", "rust"))
        .containsExactly("main.rs:7:26 E mismatched types | function defined here@main.rs:1");
    assertThat(problems("gcc-json", "gcc"))
        .containsExactly(
            "a.c:3:40 W passing argument 1 of ‘f’ makes integer from pointer without a cast |"
                + " expected ‘int’ but argument is of type ‘char *’@a.c:2",
            "a.c:3:46 E ‘struct s’ has no member named ‘y’");
  }

  @Test
  void buildTools() throws IOException {
    assertThat(problems("cmake", "cmake").getFirst())
        .startsWith("CMakeLists.txt:3:1 E By not providing \"FindNothing.cmake\"")
        .endsWith("CMake did not find one.");
    assertThat(problems("cmake-words", "cmake"))
        .containsExactly(
            "CMakeLists.txt:4:1 W old thing",
            "CMakeLists.txt:5:1 E Unknown CMake command \"target_link_nothing\".");
    assertThat(problems("ninja", "gcc", "ninja")).hasSize(2);
    assertThat(problems("cmake-make", "gcc", "make")).hasSize(2);
    assertThat(problems("make", "make"))
        .containsExactly("- E No rule to make target 'nothere.c', needed by 'x.o'");
  }

  @Test
  void goAndFreePascal() throws IOException {
    assertThat(problems("go", "go"))
        .hasSize(3)
        .first()
        .isEqualTo("main.go:5:2 E imported and not used: \"os\"");
    assertThat(problems("fpc", "fpc"))
        .containsExactly(
            "two.pas:4:8 E Incompatible types: got \"Constant String\" expected \"SmallInt\"",
            "two.pas:5:11 E Identifier not found \"y\"");
    assertThat(problems("fpc-unit", "fpc"))
        .containsExactly("hello.pas:2:6 E Can't find unit nothere used by hello");
  }
}
