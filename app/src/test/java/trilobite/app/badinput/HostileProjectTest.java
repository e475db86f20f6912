// SPDX-License-Identifier: Apache-2.0
package trilobite.app.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cloned project that would do harm. Nothing of it runs unless asked for, and what it asks for
/// is shown as it is.
class HostileProjectTest {

  @TempDir Path home;
  private Person person;
  private Path harm;

  @BeforeEach
  void come() throws IOException {
    person = new Person(home).qemuOfVersion("7.2.22");
    harm = home.resolve("harm");
  }

  @AfterEach
  void leave() throws IOException {
    person.close();
  }

  private Path cloned(String more) throws IOException {
    var folder = person.project("cloned", "[project]\nname = \"p\"\n" + more);
    Files.write(folder.resolve("image"), Images.bootable());
    return folder;
  }

  @Test
  @Tag("bad:hostile-build")
  void itsBuildCommandIsShownAndNotRun() throws IOException {
    var folder =
        cloned(
            "toolchain = \"command\"\n[build]\ncommand = [\"sh\", \"-c\", \"touch "
                + harm
                + " \\u001b[2K # \\u202e\"]\n[target.default]\nkernel = \"absent\"\n");
    for (var verb : new String[] {"build", "run"}) {
      var said = person.says(verb, folder, verb.equals("run") ? "--headless" : "--json");
      said.refuses(2, "not trusted yet", "nothing of it was run", "touch " + harm, "--trust");
      assertThat(said.err()).doesNotContain("\u001b", "\u202e");
    }
    person.says("command", folder);
    person.says("doctor");
    assertThat(harm).doesNotExist();
  }

  @Test
  @Tag("bad:hostile-qemu-arguments")
  void itsQemuArgumentsAreShownAndNotUsed() throws IOException {
    var folder =
        cloned(
            "toolchain = \"command\"\n[target.default]\nkernel = \"image\"\n"
                + "qemu = [\"-chardev\", \"file,id=x,path="
                + harm
                + "\"]\ndevices = [\"vfio-pci,host=00:1f.2\"]\n"
                + "[[target.default.drive]]\nfile = \"/etc/shadow\"\nformat = \"raw\"\n"
                + "[target.default.network]\nforward = [\"tcp:0.0.0.0:8080:80\"]\n");

    person
        .says("run", folder, "--headless")
        .refuses(2, "nothing of it was run", harm.toString(), "vfio-pci", "/etc/shadow", "0.0.0.0");
    assertThat(person.says("command", folder).out()).doesNotContain("vfio-pci", harm.toString());
    assertThat(harm).doesNotExist();
  }

  @Test
  @Tag("bad:hostile-build")
  void trustIsForTheContentThatWasSeen() throws IOException {
    var folder =
        cloned("toolchain = \"command\"\n[build]\ncommand = [\"true\"]\n[target.default]\n");
    person.says("build", folder, "--trust");
    Person.change(folder, "\"true\"", "\"touch\", \"" + harm + "\"");

    person.says("build", folder).refuses(2, "nothing of it was run", harm.toString());
    assertThat(harm).doesNotExist();
  }
}
