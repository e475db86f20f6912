// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A tmpfs of a test's own, to be filled up or made read-only. Needs root, as the build has.
public record SmallDisk(Path folder) implements AutoCloseable {

  public static SmallDisk mount(Path folder, String options) throws Exception {
    Files.createDirectories(folder);
    run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
    return new SmallDisk(folder);
  }

  public void makeReadOnly() throws Exception {
    run("mount", "-o", "remount,ro", folder.toString());
  }

  @Override
  public void close() throws Exception {
    run("umount", folder.toString());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
  }
}
