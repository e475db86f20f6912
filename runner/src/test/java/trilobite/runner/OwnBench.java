// SPDX-License-Identifier: Apache-2.0
package trilobite.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchRequest;
import trilobite.model.port.LiveGuest;
import trilobite.runner.place.RuntimeFolders;

/// A workbench with a home of its own for each test, closed after it with all that it started.
final class OwnBench implements BeforeEachCallback, AfterEachCallback {

  private Path home;
  private Path shm;
  private Runner workbench;

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    home = Files.createTempDirectory("tri-home-");
    shm = Files.createTempDirectory(Path.of("/dev/shm"), "tri-");
    workbench =
        Runner.open(
            Map.of(
                "PATH", System.getenv("PATH"),
                "XDG_CONFIG_HOME", home.resolve("config").toString(),
                "XDG_STATE_HOME", home.resolve("state").toString(),
                "XDG_CACHE_HOME", home.resolve("cache").toString(),
                "XDG_DATA_HOME", home.resolve("data").toString(),
                "XDG_RUNTIME_DIR", shm.toString()));
  }

  Path home() {
    return home;
  }

  Runner workbench() {
    return workbench;
  }

  /// Boots the folder's target `default`, and trusts it.
  LiveGuest boot(Path folder) throws Exception {
    return workbench
        .guests()
        .launch(new LaunchRequest(folder, "default", true, false), JobContext.unwatched());
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    workbench.close();
    try (var left = Files.list(shm.resolve("trilobite"))) {
      for (var folder : left.toList()) {
        RuntimeFolders.remove(folder);
      }
    }
    RuntimeFolders.remove(shm);
    Waiting.until("nothing writes into the home any more", this::removed);
  }

  /// What a workbench keeps for later it may still be writing when it is closed.
  private boolean removed() {
    try (var tree = Files.walk(home)) {
      for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
      return true;
    } catch (IOException | UncheckedIOException again) {
      return false;
    }
  }
}
