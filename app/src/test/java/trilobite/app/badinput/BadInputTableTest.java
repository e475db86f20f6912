// SPDX-License-Identifier: Apache-2.0
package trilobite.app.badinput;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/// Each case of bad input has a test, and the table in the documentation says which.
/// `-Dbadinput.update=true` writes it anew.
class BadInputTableTest {

  private static final String MARK = "bad:";
  private static final Path CASES = Path.of("src/test/resources/bad-input.txt");
  private static final Path TABLE = Path.of("../resources/docs/bad-input.md");
  private static final List<String> MODULES = List.of("model", "runner", "ui", "app");

  @Test
  void everyCaseHasATestAndTheTableSaysWhich() throws IOException {
    var cases = cases(Files.readAllLines(CASES));
    var tests = tests(MODULES.stream().map(m -> Path.of("..", m, "target/test-classes")).toList());
    assertThat(faults(cases.keySet(), tests)).isEmpty();
    var table = table(cases, tests);
    if (Boolean.getBoolean("badinput.update")) {
      Files.writeString(TABLE, table);
      return;
    }
    assertThat(TABLE)
        .as("the table is stale; run this test with -Dbadinput.update=true")
        .hasContent(table);
  }

  @Test
  void aCaseWithoutATestAndATagWithoutACaseAreFaults() {
    assertThat(
            faults(
                List.of("known", "forgotten"),
                Map.of("known", List.of("T.t"), "typo", List.of("T.u"))))
        .containsExactlyInAnyOrder(
            "no test covers the case forgotten", "no case is called typo: [T.u]");
  }

  private static SequencedMap<String, String> cases(List<String> lines) {
    var cases = new LinkedHashMap<String, String>();
    for (var line : lines) {
      if (!line.startsWith("#")) {
        var parts = line.split("\\s+", 2);
        cases.put(parts[0], parts[1]);
      }
    }
    return cases;
  }

  private static List<String> faults(
      java.util.Collection<String> cases, Map<String, List<String>> tests) {
    var faults = new ArrayList<String>();
    for (var each : cases) {
      if (!tests.containsKey(each)) {
        faults.add("no test covers the case " + each);
      }
    }
    tests.forEach(
        (name, methods) -> {
          if (!cases.contains(name)) {
            faults.add("no case is called " + name + ": " + methods);
          }
        });
    return faults;
  }

  private static Map<String, List<String>> tests(List<Path> folders) {
    var tests = new TreeMap<String, TreeSet<String>>();
    new ClassFileImporter()
        .importPaths(folders).stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(BadInputTableTest::runs)
            .forEach(
                method ->
                    tags(method)
                        .filter(tag -> tag.startsWith(MARK))
                        .map(tag -> tag.substring(MARK.length()))
                        .forEach(
                            name ->
                                tests
                                    .computeIfAbsent(name, _ -> new TreeSet<>())
                                    .add(
                                        method.getOwner().getSimpleName()
                                            + "."
                                            + method.getName())));
    return tests.entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
  }

  /// A tag on something that JUnit never calls covers nothing.
  private static boolean runs(JavaMethod method) {
    return method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class);
  }

  private static Stream<String> tags(JavaMethod method) {
    Function<Tag, String> value = Tag::value;
    var one = method.tryGetAnnotationOfType(Tag.class).stream();
    var many =
        method.tryGetAnnotationOfType(Tags.class).stream().flatMap(t -> Stream.of(t.value()));
    return Stream.concat(one, many).map(value);
  }

  private static String table(SequencedMap<String, String> cases, Map<String, List<String>> tests) {
    return cases.entrySet().stream()
        .map(
            e ->
                "| "
                    + e.getValue()
                    + " | "
                    + tests.get(e.getKey()).stream()
                        .map(t -> "`" + t + "`")
                        .collect(joining("<br>"))
                    + " |\n")
        .collect(
            joining(
                "",
                "# Bad input\n\nWhat can be wrong around a guest, and the tests that show what Trilobite then"
                    + " says and keeps. Generated from the tests' tags.\n\n| case | tests |\n|---|---|\n",
                ""));
  }
}
