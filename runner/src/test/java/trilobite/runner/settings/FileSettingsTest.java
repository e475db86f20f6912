// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import trilobite.runner.Waiting;
import trilobite.runner.project.SmallDisk;

@Timeout(30)
class FileSettingsTest {

  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir Path config;

  @Test
  void survivesARestart() {
    try (var settings = new FileSettings(config, NEVER)) {
      settings.put("ui.theme", "dark\n\"é");
      settings.put("gone", "x");
      settings.remove("gone");
      assertThat(settings.get("ui.theme")).contains("dark\n\"é");
    }
    try (var settings = new FileSettings(config, NEVER)) {
      assertThat(settings.get("ui.theme")).contains("dark\n\"é");
      assertThat(settings.get("gone")).isEmpty();
    }
  }

  @Test
  void isWrittenByItselfSoonAfterAChange() throws Exception {
    try (var settings = new FileSettings(config, Duration.ofMillis(1))) {
      settings.put("a", "1");
      var file = config.resolve("settings.json");
      Waiting.until("it is written", () -> Files.exists(file));
      assertThat(file).content().contains("\"1\"");
    }
  }

  @Test
  void twoProcessesKeepEachOthersKeys() {
    var one = new FileSettings(config, NEVER);
    var other = new FileSettings(config, NEVER);
    one.put("one", "1");
    one.put("both", "first");
    other.put("other", "2");
    other.put("both", "last");
    one.close();
    other.close();
    try (var settings = new FileSettings(config, NEVER)) {
      assertThat(settings.get("one")).contains("1");
      assertThat(settings.get("other")).contains("2");
      assertThat(settings.get("both")).contains("last");
    }
  }

  @Test
  void brokenFileIsKeptBesideAndNothingFails() throws IOException {
    Files.writeString(config.resolve("settings.json"), "{ not json");
    try (var settings = new FileSettings(config, NEVER)) {
      assertThat(settings.get("a")).isEmpty();
      settings.put("a", "1");
    }
    assertThat(config.resolve("settings.broken.json")).hasContent("{ not json");
    assertThat(config.resolve("settings.json")).content().contains("\"1\"");
  }

  @Test
  void fullDiskKeepsTheOldFileAndTheValuesUntilTheyFit() throws Exception {
    try (var disk = SmallDisk.mount(config.resolve("disk"), "size=16k")) {
      try (var settings = new FileSettings(disk.folder(), NEVER)) {
        settings.put("a", "1");
      }
      var settings = new FileSettings(disk.folder(), NEVER);
      settings.put("big", "x".repeat(64_000));
      settings.close();
      assertThat(disk.folder().resolve("settings.json")).content().contains("\"1\"");
      assertThat(settings.get("big")).isPresent();
      settings.put("big", "small");
      settings.close();
      assertThat(disk.folder().resolve("settings.json")).content().contains("small", "\"1\"");
    }
  }
}
