// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.check.HostNetwork;
import trilobite.model.check.PortUse;

/// What is read of a `/proc` as proc(5) describes it, and of one that is odd.
class HostTest {

  private static final String HEAD = "  sl  local_address rem_address   st\n";

  @TempDir Path proc;

  private void table(String name, String lines) throws IOException {
    Files.createDirectories(proc.resolve("net"));
    Files.writeString(proc.resolve("net").resolve(name), HEAD + lines);
  }

  private static String line(String local, String state, int inode) {
    return "   0: "
        + local
        + " 00000000:0000 "
        + state
        + " 00000000:00000000 00:00000000 00000000 0 0 "
        + inode
        + " 1\n";
  }

  @Test
  void listenersOfBothFamiliesAndProtocolsWithTheOwnersOfInterest() throws IOException {
    table("tcp", line("0100007F:1F90", "0A", 7) + line("0100007F:1F91", "01", 8) + "rubbish\n");
    table(
        "tcp6",
        line("00000000000000000000000000000000:0050", "0A", 9)
            + line("0000000000000000FFFF00000100007F:1F92", "0A", 10));
    table("udp", line("00000000:0035", "07", 11));
    Files.createDirectories(proc.resolve("42/fd"));
    Files.writeString(proc.resolve("42/comm"), "ev\u001bil\n");
    Files.createSymbolicLink(proc.resolve("42/fd/3"), Path.of("socket:[7]"));
    Files.createSymbolicLink(proc.resolve("42/fd/4"), Path.of("socket:[9]"));
    assertThat(new ListeningPorts(proc).read(Set.of(8080, 53)))
        .containsExactly(
            new PortUse("tcp", "127.0.0.1", 8080, "ev\\u001bil", OptionalLong.of(42)),
            new PortUse("tcp", "::", 80, "", OptionalLong.empty()),
            new PortUse("tcp", "127.0.0.1", 8082, "", OptionalLong.empty()),
            new PortUse("udp", "0.0.0.0", 53, "", OptionalLong.empty()));
  }

  @Test
  void procThatIsNotThereTellsNothing() {
    assertThat(new ListeningPorts(proc.resolve("none")).read(Set.of(80))).isEmpty();
    assertThat(HostMemory.read(proc.resolve("none"))).isEqualTo(new HostMemory(0, 0));
  }

  @Test
  void memoryIsInBytes() throws IOException {
    var file =
        Files.writeString(
            proc.resolve("meminfo"), "MemTotal:  2048 kB\nMemFree: 1 kB\nMemAvailable: 1024 kB\n");
    assertThat(HostMemory.read(file)).isEqualTo(new HostMemory(2 << 20, 1 << 20));
  }

  @Test
  void networksForGuestsAreThoseThatThisUserMayOpen(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("sys/class/net/tap0"));
    Files.createDirectories(root.resolve("dev/net"));
    assertThat(GuestNetworks.read(root)).isEqualTo(new HostNetwork(List.of("tap0"), false, false));
    Files.createFile(root.resolve("dev/net/tun"));
    assertThat(GuestNetworks.read(root).tun()).isTrue();
    assertThat(GuestNetworks.read(root.resolve("none"))).isEqualTo(HostNetwork.NONE);
  }
}
