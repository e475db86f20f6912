// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceleratorProbeTest {

  @Test
  @Tag("qemu")
  void theTinyGuestRunsUnderTcg() throws Exception {
    var outcome = new AcceleratorProbe("qemu-system-x86_64").attempt("tcg");

    assertThat(outcome.works()).as(outcome.why()).isTrue();
  }

  @Test
  @Tag("qemu")
  void anAcceleratorThatQemuDoesNotHaveIsToldInItsWords() throws Exception {
    var outcome = new AcceleratorProbe("qemu-system-x86_64").attempt("warp");

    assertThat(outcome.works()).isFalse();
    assertThat(outcome.why()).contains("warp");
  }

  @Test
  void aGuestThatHangsIsGivenUpAndEnded(@TempDir Path folder) throws Exception {
    var pid = folder.resolve("pid");
    var hanging =
        Files.writeString(
            folder.resolve("qemu"), "#!/bin/sh\necho $$ > " + pid + "\nexec sleep 600\n");
    Files.setPosixFilePermissions(hanging, PosixFilePermissions.fromString("rwxr-xr-x"));

    var outcome = new AcceleratorProbe(hanging.toString()).attempt("kvm");

    assertThat(outcome.works()).isFalse();
    assertThat(outcome.why()).isEqualTo("KVM opens, but a test guest did not run within 5 s");
    assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))).isEmpty();
  }
}
