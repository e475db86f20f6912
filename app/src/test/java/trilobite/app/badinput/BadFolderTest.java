// SPDX-License-Identifier: Apache-2.0
package trilobite.app.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.app.Terminal;

/// Project folders and homes as they should not be, from `new` to the end of a run.
@Tag("qemu")
class BadFolderTest {

  /// Root that has laid down the right to ignore modes meets what an ordinary user meets.
  private static final List<String> ORDINARY =
      List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");

  @TempDir Path home;
  private Person person;

  @BeforeEach
  void come() throws IOException {
    person = new Person(home);
  }

  @AfterEach
  void leave() throws IOException {
    person.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"with two spaces", "quote'\"$(x)`", "two\nlines", "größe 日本", "-rf", "a,b=c"})
  @Tag("bad:folder-names")
  void aFolderOfAnyNameIsMadeBuiltAndRun(String name) throws IOException {
    // A name that begins with a dash would be an option, were it not written as ./-rf.
    var folder = person.demo("./" + name, true);
    var said = person.says("run", folder, "--for", "100ms").fine();
    assertThat(said.out()).contains("ready ", "stopped");
    assertThat(person.says("runs", "show", Terminal.run(home, 1).getFileName()).fine().out())
        .contains("stopped");
  }

  @Test
  @Tag("bad:long-home")
  void aHomeOfTwoHundredCharactersWorks() throws IOException {
    var far = home.resolve("h".repeat(100)).resolve("i".repeat(100));
    Files.createDirectories(far);
    try (var other = new Person(far)) {
      // A runtime folder under that home would be too long for a socket's path.
      other.with("XDG_RUNTIME_DIR", far.resolve("runtime"));
      var folder = other.demo("p", true);
      assertThat(other.says("run", folder, "--for", "100ms").fine().out()).contains("ready ");
    }
  }

  @Test
  @Tag("bad:folder-read-only")
  void aReadOnlyProjectRunsAndSaysWhyItCannotBeBuilt() throws Exception {
    var folder = person.demo("p", true);
    Files.writeString(folder.resolve("src/idle.c"), "/* newer than its object */\n");
    modes(folder, "r-xr-xr-x");
    try {
      var build = person.saysThrough(ORDINARY, "build", folder);
      assertThat(build.code()).isEqualTo(1);
      assertThat(build.out())
          .containsIgnoringCase("permission denied")
          .contains("Run still boots the image");
      var run = person.saysThrough(ORDINARY, "run", folder, "--for", "100ms").fine();
      assertThat(run.out()).contains("ready ", "stopped");
      person
          .saysThrough(ORDINARY, "new", folder.resolve("more"), "--template", "tidepool")
          .refuses(1, "permission denied", "Nothing was");
    } finally {
      modes(folder, "rwxr-xr-x");
    }
  }

  private static void modes(Path folder, String mode) throws IOException {
    try (var tree = Files.walk(folder)) {
      for (var path : tree.sorted(Comparator.reverseOrder()).filter(Files::isDirectory).toList()) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
      }
    }
  }

  @Test
  @Tag("bad:folder-deleted")
  void aFolderDeletedUnderARunningGuestEndsNothing() throws Exception {
    var folder = person.demo("p", true);
    var run = person.start(List.of(), "run", folder, "--json");
    try (var events = run.inputReader()) {
      Person.awaitEvent(events, "ready");
      delete(folder);

      assertThat(person.says("console", "-g", person.guest()).fine().out())
          .contains("listening on");
      assertThat(person.says("stop", "-g", person.guest()).fine().out()).contains("stopped");
      Person.awaitEvent(events, "\"verdict\":\"stopped\"");
      assertThat(run.waitFor()).isZero();
      assertThat(person.says("runs").fine().out()).contains("stopped");
      person.says("run", folder, "--headless").refuses(3, "There is no folder", "moved or deleted");
      person.says("build", folder).refuses(3, "There is no folder");
    } finally {
      run.destroyForcibly();
    }
  }

  @Test
  @Tag("bad:disk-full")
  void aFullDiskSpoilsNoProjectAndNoRun() throws Exception {
    var folder = person.demo("p", true);
    var state = Files.createDirectories(home.resolve("state"));
    var fill = "mount -t tmpfs -o size=96k tmpfs " + state + " && exec \"$@\"";
    var full = List.of("unshare", "-m", "sh", "-ec", fill, "sh");

    // Neither the record nor the history has room; guest and console go on, and it is said.
    var run = person.saysThrough(full, "run", folder, "--for", "100ms", "--trust").fine();
    assertThat(run.out()).contains("ready ", "stopped");
    assertThat(run.out() + run.err()).contains("the disk is full");
    assertThat(run.err()).contains("is not in the history yet").doesNotContain("\tat ");

    var disk = "mount -t tmpfs -o size=16k tmpfs " + home + "/d && exec \"$@\"";
    Files.createDirectory(home.resolve("d"));
    person
        .saysThrough(
            List.of("unshare", "-m", "sh", "-ec", disk, "sh"),
            "new",
            home.resolve("d/x"),
            "--template",
            "tidepool")
        .refuses(1, "the disk is full", "Nothing was left");
  }

  @Test
  @Tag("bad:two-windows")
  void twoWorkbenchesOnOneProjectLoseNothingOfEachOther() throws Exception {
    var folder = person.demo("p", true);
    try (var one = person.workbench();
        var two = person.workbench()) {
      var seen = one.projects().open(folder).text();
      two.projects().save(folder, seen, seen + "# two\n");
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> one.projects().save(folder, seen, seen + "# one\n"))
          .hasMessageContainingAll("changed by another program", "nothing was written");
      assertThat(folder.resolve("trilobite.toml")).hasContent(seen + "# two\n");
    }
    var run = person.start(List.of(), "run", folder, "--json");
    try (var events = run.inputReader()) {
      Person.awaitEvent(events, "ready");
      // Each boots a guest of its own, and each sees both.
      assertThat(person.says("run", folder, "--for", "100ms").fine().out()).contains("stopped");
      assertThat(person.says("guests").fine().out()).contains(person.guest() + " ", "running");
      person.says("stop", "-g", person.guest()).fine();
      assertThat(run.waitFor()).isZero();
    } finally {
      run.destroyForcibly();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var tree = Files.walk(folder)) {
      for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
