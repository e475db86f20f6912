// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.port.LaunchException;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.runner.Waiting;

/// A QEMU that refuses, stands still or talks nonsense.
@Tag("qemu")
class QemuTroubleTest {

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void aRefusalIsToldInQemusWords() {
    assertThatThrownBy(() -> bench.raw("-device", "no-such-device").boot(new TinyGuest().echo()))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("QEMU ended before the guest started")
        .hasMessageContaining("no-such-device");
  }

  @Test
  @Tag("bad:qemu-stopped")
  void aStoppedQemuTimesOutAndCanStillBeEnded() throws Exception {
    var guest = bench.boot(new TinyGuest().print("x").echo());
    Waiting.until("running", () -> guest.status().state() == RunState.RUNNING);
    long pid = guest.status().pid().getAsLong();
    signal("STOP", pid);

    assertThatThrownBy(guest::pause)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not answer stop")
        .hasMessageContaining("Stop ends it");
    guest.type("typed while it stands".getBytes(UTF_8));
    guest.stop();

    assertThat(guest.status().verdict()).contains(Verdict.STOPPED);
    assertThat(ProcessHandle.of(pid)).isEmpty();
  }

  /// A stand-in for QEMU: connects to the monitor's socket as it is told on its command line, says
  /// something, and stays.
  private Path standIn(String says) throws IOException {
    var script =
        """
        #!/usr/bin/perl
        use IO::Socket::UNIX;
        my ($path) = map { /id=qmp,path=([^,]+),/ ? $1 : () } @ARGV;
        my $monitor = IO::Socket::UNIX->new(Peer => $path) or die;
        $monitor->autoflush(1);
        print $monitor "SAYS";
        sleep 600;
        """;
    var file = Files.writeString(folder.resolve("qemu"), script.replace("SAYS", says));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  @Test
  @Tag("bad:qmp-garbage")
  void aMonitorThatTalksNonsenseIsAClearError() throws Exception {
    var qemu = standIn("\\0\\1 no monitor here\\n");

    assertThatThrownBy(() -> bench.qemu(qemu).boot(new TinyGuest().echo()))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("not QMP");
    assertThat(ProcessHandle.allProcesses().flatMap(p -> p.info().arguments().stream()))
        .noneMatch(arguments -> String.join(" ", arguments).contains(qemu.toString()));
  }

  @Test
  @Tag("bad:qmp-garbage")
  void aMonitorThatSaysNothingIsGivenUp() throws Exception {
    var qemu = standIn("");

    assertThatThrownBy(() -> bench.qemu(qemu).boot(new TinyGuest().echo()))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("did not answer the greeting");
  }

  private static void signal(String name, long pid) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
    assertThat(kill.waitFor()).isZero();
  }
}
