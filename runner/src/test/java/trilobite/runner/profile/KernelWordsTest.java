// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import trilobite.model.console.ConsoleLine;
import trilobite.model.console.Level;
import trilobite.model.console.LinePattern;

/// What the profiles say of their kernels' consoles fits the lines that they give as samples, and
/// only those of their own.
class KernelWordsTest {

  private static Profiles profiles = new Profiles(List.of(), List.of());

  @BeforeAll
  static void load() {
    profiles = Profiles.load(Path.of("/nowhere"));
  }

  private static boolean fits(List<Phrase> phrases, String line) {
    return phrases.stream()
        .map(
            phrase ->
                phrase.regex()
                    ? LinePattern.regex(phrase.text(), true)
                    : LinePattern.text(phrase.text(), true))
        .anyMatch(pattern -> pattern.matches(line));
  }

  private static boolean is(Profile profile, Guide.Sample sample) {
    return switch (sample.is()) {
      case "panic" -> fits(profile.panic(), sample.line());
      case "end" -> fits(profile.guide().ends(), sample.line());
      case "ready" -> fits(profile.guide().ready(), sample.line());
      case String level ->
          Level.named(level)
              .filter(wanted -> ConsoleLine.plain(sample.line(), 0).level() == wanted)
              .isPresent();
    };
  }

  @Test
  void allProfilesAreSound() {
    assertThat(profiles.problems()).isEmpty();
    assertThat(profiles.all())
        .extracting(Profile::name)
        .contains(
            "hermit",
            "includeos",
            "mirageos",
            "nanos",
            "osv",
            "rumprun",
            "solo5",
            "tide",
            "toro",
            "unikraft");
  }

  @Test
  void samplesAreWhatTheyAreSaidToBe() {
    for (var profile : profiles.all()) {
      for (var sample : profile.guide().samples()) {
        assertThat(is(profile, sample)).as(profile.name() + ": " + sample).isTrue();
      }
    }
  }

  @Test
  void aPanicIsItsOwnKernelsAlone() {
    for (var profile : profiles.all()) {
      for (var sample : profile.guide().samples()) {
        assertThat(profiles.all())
            .filteredOn(other -> fits(other.panic(), sample.line()))
            .as(sample.line())
            .allMatch(other -> other.name().equals(profile.name()));
      }
    }
  }

  @Test
  void whatAForeignProfileDoesNotShowIsSaidWithItsReason() {
    for (var profile : profiles.all()) {
      if (profile.guide().tried().isPresent()) {
        // A kernel's own stack has a profile of the kernel's name and more.
        var own =
            profiles.all().stream()
                .filter(other -> other.name().startsWith(profile.name() + "-"))
                .anyMatch(other -> other.stack().isPresent());
        assertThat(profile.guide().absent().containsKey("sockets"))
            .as(profile.name())
            .isNotEqualTo(own);
        assertThat(profile.guide().absent().containsKey("threads"))
            .as(profile.name())
            .isNotEqualTo(profile.threads().isPresent());
        assertThat(profile.guide().translation()).isNotEmpty();
        assertThat(profile.guide().tried().get().version()).isNotEmpty();
      }
    }
  }
}
