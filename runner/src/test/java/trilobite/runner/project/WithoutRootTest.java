// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.runner.settings.FileSettings;
import trilobite.runner.workspace.DiskWorkspace;

/// What an ordinary user meets: folders and files that may not be read or written. Root may do all,
/// so the calls are made in a child that has laid down the right to ignore modes.
class WithoutRootTest {

  @TempDir Path root;

  /// The child: prints what each call says.
  public static final class Child {
    public static void main(String[] args) throws IOException {
      var root = Path.of(args[0]);
      var projects = Bench.in(root).projects();
      say(() -> projects.open(root.resolve("unreadable")).text());
      say(() -> projects.open(root.resolve("closed")).text());
      say(() -> projects.open(root.resolve("readonly")).text());
      say(
          () -> {
            projects.save(root.resolve("readonly"), "[target.a]\n", "x");
            return "saved";
          });
      say(() -> projects.create(root.resolve("readonly/new"), "tidepool", "x").text());
      try (var settings = new FileSettings(root.resolve("readonly"))) {
        settings.put("a", "b");
        var workspace =
            new DiskWorkspace(settings, java.util.Map.of(), java.nio.file.Path.of("/none"), 1000);
        say(() -> workspace.read(root.resolve("readonly/trilobite.toml")).why());
      }
    }

    private interface Call {
      String run() throws IOException;
    }

    private static void say(Call call) {
      try {
        System.out.println("OK " + call.run().strip());
      } catch (IOException e) {
        System.out.println("NO " + e.getMessage());
      }
    }
  }

  private void project(String name, String fileMode, String folderMode) throws IOException {
    var folder = Files.createDirectory(root.resolve(name));
    var file = Files.writeString(folder.resolve("trilobite.toml"), "[target.a]\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(fileMode));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(folderMode));
  }

  @Test
  @Tag("bad:folder-read-only")
  void eachCallSaysWhyAndTheProgramGoesOn() throws Exception {
    project("unreadable", "---------", "rwx------");
    project("closed", "rw-------", "---------");
    project("readonly", "r--r--r--", "r-xr-xr-x");
    var command =
        List.of(
            "setpriv",
            "--bounding-set=-dac_override,-dac_read_search",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            root.toString());
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(said.lines().filter(line -> line.matches("(OK|NO) .*")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("NO").contains("permission denied"),
            line -> assertThat(line).startsWith("NO").contains("permission denied"),
            line -> assertThat(line).isEqualTo("OK [target.a]"),
            line -> assertThat(line).startsWith("NO").contains("permission denied", "as it was"),
            line -> assertThat(line).startsWith("NO").contains("permission denied", "Nothing was"),
            line -> assertThat(line).startsWith("OK").contains("read-only"));
  }
}
