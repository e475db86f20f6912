// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What fuzzing starts from and what it once found: every file under `fuzz/` is given to its
/// target, and so are some changes of it. `installers/fuzz` goes on from there.
class FuzzSeedsTest {

  private static final Path SEEDS = Path.of("src/test/resources/fuzz");
  private static final int CHANGES = 40;

  static List<Path> seeds() throws IOException {
    try (Stream<Path> files = Files.walk(SEEDS)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theTargetHoldsOnASeedAndOnChangesOfIt(Path seed) throws Throwable {
    var target = target(seed.getParent().getFileName().toString());
    var bytes = Files.readAllBytes(seed);
    target.invoke(bytes);
    var random = new Random(bytes.length);
    for (int i = 0; i < CHANGES && bytes.length > 0; i++) {
      var changed = bytes.clone();
      for (int n = random.nextInt(8); n >= 0; n--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      target.invoke(changed);
    }
  }

  @Test
  void everyTargetHasASeed() throws IOException {
    try (Stream<Path> classes = Files.walk(Path.of("target/test-classes"))) {
      var targets =
          classes
              .map(file -> SEEDS.getFileSystem().getPath("target/test-classes").relativize(file))
              .map(Path::toString)
              .filter(name -> name.endsWith("Fuzz.class"))
              .map(name -> name.replace(".class", "").replace('/', '.'))
              .filter(name -> !name.equals(PlantedFuzz.class.getName()))
              .toList();
      assertThat(targets)
          .hasSizeGreaterThanOrEqualTo(9)
          .allMatch(n -> Files.exists(SEEDS.resolve(n)));
    }
  }

  @Test
  void thePlantedBugIsOne() {
    assertThatThrownBy(() -> PlantedFuzz.fuzzerTestOneInput(new byte[] {'T', 'R', 'I', '!'}))
        .hasMessageContaining("planted");
  }

  private static MethodHandle target(String name) throws ReflectiveOperationException {
    return MethodHandles.publicLookup()
        .findStatic(
            Class.forName(name),
            "fuzzerTestOneInput",
            MethodType.methodType(void.class, byte[].class));
  }
}
