// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.inspect.ProfileFit.Entry;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.profile.Profiles;

/// Profiles beside the demo's own image.
class ImageChecksTest {

  @TempDir Path folder;
  private Path image;

  @BeforeEach
  void copyImage() throws IOException {
    image = folder.resolve("tidepool.elf");
    try (InputStream bytes =
        ImageChecksTest.class.getClassLoader().getResourceAsStream("guest/prebuilt/tidepool.elf")) {
      Files.copy(Objects.requireNonNull(bytes, "the demo guest"), image);
    }
  }

  private ImageChecks checks(Map<String, String> env) {
    return new ImageChecks(
        () -> Profiles.load(folder), new GuestTypes(folder.resolve("cache"), folder, env));
  }

  @Test
  void theShippedProfileFitsItsKernelAndABrokenEntryIsNamed() throws IOException {
    var checks = checks(System.getenv());
    var fit = checks.check(image, "").getFirst();
    assertThat(fit.profile()).isEqualTo("tide");
    assertThat(fit.entries()).allMatch(Entry::fits).hasSizeGreaterThan(20);
    assertThat(fit.fits()).isTrue();
    var own = Files.createDirectories(folder.resolve("profiles/own"));
    Files.writeString(
        own.resolve("profile.toml"),
        """
        schema = 1
        name = "own"
        [detect]
        symbols = ["tide_heap", "no_such_symbol"]
        [container.threads]
        start = "tide_threads"
        shape = "list-head"
        of = "struct thread"
        link = "al"
        [threads]
        in = "threads"
        id = "id"
        name = "nam"
        """);
    var broken = checks.check(image, "own").getFirst();
    assertThat(broken.detected()).isFalse();
    assertThat(broken.entries().stream().filter(entry -> !entry.fits()).map(Entry::what))
        .containsExactly(
            "tidepool.elf has no symbol no_such_symbol",
            "struct thread has no member al",
            "struct thread has no member nam");
    assertThatThrownBy(() -> checks.check(image, "nobody")).hasMessageContaining("nobody");
  }

  @Test
  void withoutTypesTheSymbolsAreLookedAtAllTheSame() throws IOException {
    var fit = checks(Map.of("PATH", "/nowhere")).check(image, "tide").getFirst();
    assertThat(fit.types()).isNotEmpty();
    assertThat(fit.detected()).isTrue();
    assertThat(fit.entries()).isNotEmpty().allMatch(Entry::fits);
  }
}
