// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import trilobite.runner.memory.MemoryPermission;

/// What is told of a process that is another user's, to one who may not trace it.
class OtherUserTest {

  /// Asks in a process of its own, which gave the right to trace away.
  static final class Child {
    public static void main(String[] args) {
      var permission = MemoryPermission.of(Path.of("/proc"), Long.parseLong(args[0]));
      System.out.println(permission.given() + " " + permission.why());
    }
  }

  @Test
  void itsMemoryIsRefusedWithTheOwnerAndTheWayOut() throws Exception {
    Assumptions.assumeTrue(
        Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0),
        "starting another user's process needs root");
    var other =
        new ProcessBuilder("setpriv", "--reuid=65534", "--clear-groups", "sleep", "600").start();
    try {
      var child =
          new ProcessBuilder(
                  List.of(
                      "setpriv",
                      "--bounding-set=-sys_ptrace",
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-cp",
                      System.getProperty("java.class.path"),
                      Child.class.getName(),
                      Long.toString(other.pid())))
              .redirectErrorStream(true)
              .start();
      var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(child.waitFor()).as(said).isZero();
      assertThat(said)
          .contains("false Process " + other.pid() + " belongs to nobody")
          .contains("shared RAM")
          .contains("a QMP socket");
    } finally {
      other.destroyForcibly();
    }
  }
}
