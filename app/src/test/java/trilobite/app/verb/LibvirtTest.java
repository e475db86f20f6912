// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.app.Terminal;
import trilobite.app.Waiting;

/// `guests --libvirt` and `attach --libvirt` beside a real libvirt, whose `qemu:///session` an
/// ordinary user has.
@Tag("qemu")
final class LibvirtTest {

  private static String domain(Path image) {
    return """
        <domain type='qemu'>
          <name>tide one</name>
          <memory unit='MiB'>64</memory>
          <vcpu>1</vcpu>
          <os>
            <type arch='x86_64' machine='pc'>hvm</type>
            <kernel>%s</kernel>
          </os>
          <devices>
            <serial type='pty'/>
          </devices>
        </domain>
        """
        .formatted(image);
  }

  @TempDir Path home;
  private Path place;
  private Path shm;
  private Terminal terminal;

  @BeforeEach
  void start() throws Exception {
    place = open(Files.createTempDirectory("lv-"), "rwxrwxrwx");
    shm = open(Files.createTempDirectory(Path.of("/dev/shm"), "lv-"), "rwxrwxrwx");
    var image = place.resolve("tidepool.elf");
    try (var bytes = LibvirtTest.class.getResourceAsStream("/guest/prebuilt/tidepool.elf")) {
      Files.copy(bytes, image);
    }
    open(image, "rw-r--r--");
    var domain = Files.writeString(place.resolve("domain.xml"), domain(image));
    open(domain, "rw-r--r--");
    // libvirt wants folders of that user's own.
    assertThat(user("mkdir", "-m", "700", place.resolve("home").toString(), run().toString()))
        .isEmpty();
    assertThat(virsh("create", domain.toString())).contains("Domain 'tide one' created");
    terminal =
        new Terminal(
            home,
            Map.of(
                "HOME", home.toString(),
                "XDG_STATE_HOME", home.resolve("state").toString(),
                "XDG_RUNTIME_DIR", run().toString()));
  }

  private static Path open(Path path, String permissions) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private Path run() {
    return shm.resolve("run");
  }

  @AfterEach
  void end() throws Exception {
    virsh("destroy", "tide one");
    var pid = Files.readString(run().resolve("libvirt/libvirtd.pid")).strip();
    var daemon = ProcessHandle.of(Long.parseLong(pid));
    daemon.ifPresent(ProcessHandle::destroy);
    daemon.ifPresent(d -> d.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    for (var base : List.of(place, shm)) {
      try (var all = Files.walk(base)) {
        for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  private String virsh(String... words) throws Exception {
    var command = new ArrayList<>(List.of("virsh", "--connect", "qemu:///session"));
    command.addAll(List.of(words));
    return user(command.toArray(String[]::new));
  }

  /// As an ordinary user, whoever runs the tests.
  private String user(String... words) throws Exception {
    var command = new ArrayList<String>();
    if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
      command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(place.toFile());
    builder.environment().put("HOME", place.resolve("home").toString());
    builder.environment().put("XDG_RUNTIME_DIR", run().toString());
    builder.environment().keySet().removeIf(key -> key.matches("XDG_(CONFIG|CACHE|DATA)_HOME"));
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return said;
  }

  @Test
  void listsItsDomainsAndLeavesItsMonitorAlone() throws Exception {
    var socket = "qemu+unix:///session?socket=" + run().resolve("libvirt/libvirt-sock");

    var listed = terminal.run("guests", "--libvirt", socket, "--json");
    assertThat(listed.code()).as(listed.err()).isZero();
    var domain = new ObjectMapper().readTree(listed.out());
    assertThat(domain.path("domain").asText()).isEqualTo("tide one");
    assertThat(domain.path("state").asText()).isEqualTo("running");
    assertThat(domain.path("memory").asLong()).isEqualTo(64L << 20);
    assertThat(domain.path("cpuNanos").asLong()).isPositive();

    var attached = terminal.run("attach", "--libvirt", "tide one", "--uri", socket);
    assertThat(attached.code()).as(attached.err()).isZero();
    var ps = terminal.run("ps", "--json");
    assertThat(ps.code()).as(ps.err()).isZero();
    assertThat(ps.out()).contains("\"name\":\"idle\"", "/mem");
    assertThat(terminal.run("pause").code()).isZero();
    assertThat(virsh("domstate", "tide one")).as("libvirt knows").contains("paused");
    assertThat(virsh("resume", "tide one")).contains("resumed");
    Waiting.until(
        "libvirt's word of it",
        () -> terminal.run("guests", "--json").out().contains("\"state\":\"running\""));
    assertThat(terminal.run("pause").code()).isZero();
    assertThat(terminal.run("detach").code()).isZero();
    assertThat(virsh("domstate", "tide one")).as("as it was").contains("running");
    assertThat(virsh("qemu-monitor-command", "tide one", "--hmp", "info status"))
        .as("its monitor is libvirt's")
        .contains("VM status: running");

    var absent = terminal.run("attach", "--libvirt", "none", "--uri", socket);
    assertThat(absent.code()).isEqualTo(Exit.ABSENT);
    assertThat(absent.err()).contains("No domain of libvirt's is called none.");
    var far = terminal.run("attach", "--libvirt", "x", "--uri", "qemu+ssh://host/system");
    assertThat(far.err()).contains("is on another machine", "run trilobite attach --libvirt there");
    assertThat(terminal.run("attach", "--pid", "1", "--uri", socket).code()).isEqualTo(Exit.USAGE);

    var refused = terminal.run("guests", "--libvirt", "qemu+unix:///session?socket=/nowhere");
    assertThat(refused.code()).isEqualTo(Exit.MACHINE);
    assertThat(refused.err()).contains("cannot be asked: Failed to connect socket to '/nowhere'");
  }
}
