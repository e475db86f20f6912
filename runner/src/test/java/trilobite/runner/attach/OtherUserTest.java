// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import trilobite.runner.memory.MemoryPermission;

/// What an ordinary user is told of a process that is another user's.
class OtherUserTest {

  @Test
  void itsMemoryIsRefusedWithTheOwnerAndTheWayOut() throws Exception {
    Assumptions.assumeTrue(
        System.getProperty("user.name").equals("root"), "becoming another user needs root");
    long pid = ProcessHandle.current().pid();
    var child =
        new ProcessBuilder(
                List.of(
                    "setpriv",
                    "--reuid=65534",
                    "--regid=65534",
                    "--clear-groups",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    OtherUserTest.class.getName(),
                    Long.toString(pid)))
            .redirectErrorStream(true)
            .start();
    var said =
        new String(child.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as(said).isZero();
    assertThat(said)
        .contains("false Process " + pid + " belongs to root")
        .contains("shared RAM")
        .contains("a QMP socket");
  }

  public static void main(String[] args) {
    var permission = MemoryPermission.of(Path.of("/proc"), Long.parseLong(args[0]));
    System.out.println(permission.given() + " " + permission.why());
  }
}
