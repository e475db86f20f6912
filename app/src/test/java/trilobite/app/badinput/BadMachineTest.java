// SPDX-License-Identifier: Apache-2.0
package trilobite.app.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Machines that lack what a guest needs: the verb names it, says what to do and exits with 4.
class BadMachineTest {

  private static final String PROJECT =
      """
      [project]
      name = "p"
      toolchain = "make"
      [target.default]
      memory = "64M"
      kernel = "image"
      """;

  @TempDir Path home;
  private Person person;
  private Path folder;

  @BeforeEach
  void come() throws IOException {
    person = new Person(home);
    folder = person.project("p", PROJECT);
    Files.write(folder.resolve("image"), Images.bootable());
  }

  @AfterEach
  void leave() throws IOException {
    person.close();
  }

  @Test
  @Tag("bad:qemu-absent")
  void withoutQemuOnlyRunIsRefused() throws IOException {
    Files.writeString(folder.resolve("Makefile"), "all:\n\t@echo made\n");
    person.onlyPrograms(home.resolve("bin"), "sh", "make", "setsid", "setpriv", "env");

    person
        .says("run", folder, "--headless", "--trust")
        .refuses(4, "QEMU was not found", "can be edited and built", "apt install qemu-system-x86");
    assertThat(person.says("build", folder).fine().out()).contains("made");
    var doctor = person.says("doctor");
    assertThat(doctor.code()).isEqualTo(4);
    assertThat(doctor.out()).contains("not found", "apt install qemu-system-x86");
  }

  @Test
  @Tag("bad:qemu-too-old")
  void anOldQemuIsNamedWithItsVersion() throws IOException {
    person.qemuOfVersion("5.2.0");

    person
        .says("run", folder, "--headless", "--trust")
        .refuses(4, "QEMU 5.2.0 is too old", "7.2 or newer", "trilobite doctor");
    var doctor = person.says("doctor");
    assertThat(doctor.code()).isEqualTo(4);
    assertThat(doctor.out()).contains("5.2.0", "7.2 or newer is needed");
  }

  @Test
  @Tag("bad:toolchain-absent")
  void aToolchainThatNobodyKnows() throws IOException {
    Person.change(folder, "\"make\"", "\"mkae\"");
    var said = person.says("build", folder, "--trust");
    assertThat(said.code()).isEqualTo(4);
    assertThat(said.out()).contains("There is no toolchain “mkae”", "there are", "make", "tide");
  }

  @Test
  @Tag("bad:toolchain-absent")
  void aToolchainWhoseProgramIsNotInstalled() throws IOException {
    person.onlyPrograms(home.resolve("bin"), "sh");
    var said = person.says("build", folder, "--trust");
    assertThat(said.code()).isEqualTo(4);
    assertThat(said.out()).contains("make is missing", "install make", "Run still boots");
  }

  @Test
  @Tag("bad:shm-tiny")
  void aTinySharedMemoryIsNamedBeforeQemuStarts() throws Exception {
    person.qemuOfVersion("7.2.22").with("XDG_RUNTIME_DIR", home);
    sharedMemory("size=24m", "true", "at most 8 MiB now", "→ Use 8M");
  }

  @Test
  @Tag("bad:shm-full")
  void aFullSharedMemoryIsNamedBeforeQemuStarts() throws Exception {
    person.qemuOfVersion("7.2.22").with("XDG_RUNTIME_DIR", home);
    sharedMemory("size=200m", "fallocate -l 199m /dev/shm/others", "at most 0 MiB now");
  }

  private void sharedMemory(String options, String fill, String... words) throws Exception {
    var script = "mount -t tmpfs -o " + options + " tmpfs /dev/shm && " + fill + " && exec \"$@\"";
    var other = List.of("unshare", "-m", "sh", "-ec", script, "sh");
    var said = person.saysThrough(other, "run", folder, "--headless", "--trust");
    said.refuses(4, words);
    said.refuses(4, "/dev/shm", "Stop another guest, enlarge it, or give less");
  }
}
