// SPDX-License-Identifier: Apache-2.0
package trilobite.app.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.app.Terminal;

/// A QEMU that is killed, stopped or talks nonsense, and guests that flood their console or try to
/// command the terminal that shows it.
@Tag("qemu")
class BadQemuTest {

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

  private static long pid(String started) {
    var match = Pattern.compile("\"pid\":(\\d+)").matcher(started);
    assertThat(match.find()).isTrue();
    return Long.parseLong(match.group(1));
  }

  @Test
  @Tag("bad:qemu-killed")
  void aKilledQemuIsToldAndItsRunIsKept() throws Exception {
    var run = person.start(List.of(), "run", person.demo("p", true), "--json");
    try (var events = run.inputReader()) {
      long qemu = pid(Person.awaitEvent(events, "\"start\""));
      Person.awaitEvent(events, "ready");
      ProcessHandle.of(qemu).orElseThrow().destroyForcibly();

      assertThat(Person.awaitEvent(events, "\"end\"")).contains("\"verdict\":\"killed\"");
      assertThat(run.waitFor()).isEqualTo(1);
      assertThat(person.says("runs", "show", Terminal.run(home, 1).getFileName()).fine().out())
          .contains("killed", "signal");
      assertThat(Terminal.run(home, 1).resolve("console.log")).content().contains("listening on");
    } finally {
      run.destroyForcibly();
    }
  }

  @Test
  @Tag("bad:qemu-stopped")
  void aStoppedQemuIsNamedAndStopEndsItAllTheSame() throws Exception {
    var run = person.start(List.of(), "run", person.demo("p", true), "--json");
    try (var events = run.inputReader()) {
      long qemu = pid(Person.awaitEvent(events, "\"start\""));
      Person.awaitEvent(events, "ready");
      assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(qemu)).start().waitFor())
          .isZero();

      person.says("pause", "-g", person.guest()).refuses(1, "did not answer", "Stop ends it");
      assertThat(person.says("stop", "-g", person.guest()).fine().out()).contains("stopped");
      assertThat(Person.awaitEvent(events, "\"end\"")).contains("\"verdict\":\"stopped\"");
      assertThat(run.waitFor()).isZero();
      assertThat(ProcessHandle.of(qemu)).isEmpty();
    } finally {
      run.destroyForcibly();
    }
  }

  private Path standInProject() throws IOException {
    var folder =
        person.project(
            "p",
            """
            [project]
            name = "NAME"
            toolchain = "make"
            [target.default]
            memory = "64M"
            kernel = "image"
            ready = "THE END"
            [target.default.network]
            mode = "none"
            """
                .replace("NAME", person.guest()));
    Files.write(folder.resolve("image"), Images.bootable());
    return folder;
  }

  @Test
  @Tag("bad:qmp-garbage")
  void aMonitorThatTalksNonsenseIsAClearError() throws IOException {
    StandInQemu.garbled(person);
    person.says("run", standInProject(), "--headless", "--trust").refuses(1, "not QMP");
    // The lock under which starts promise memory stays; folders of runs do not.
    assertThat(person.runs()).isDirectoryNotContaining(Files::isDirectory);
    assertThat(person.says("guests").fine().out()).doesNotContain(person.guest());
  }

  @Test
  @Tag("bad:burst-2mb")
  void twoMegabytesAtOnceArriveWhole() throws Exception {
    var run = person.start(List.of(), "run", person.demo("p", true), "--json");
    try (var events = run.inputReader()) {
      Person.awaitEvent(events, "ready");
      person.says("console", "-g", person.guest(), "--send", "log 2048").fine();
      person.says("stop", "-g", person.guest()).fine();
      Person.awaitEvent(events, "\"end\"");
    } finally {
      run.destroyForcibly();
    }
    var log = Files.readString(Terminal.run(home, 1).resolve("console.log"));
    var lines = log.lines().filter(line -> line.startsWith("log 0")).toList();
    int count = Integer.parseInt(lines.getFirst().split(" ")[3]);
    assertThat(lines).hasSize(count);
    for (int i = 0; i < count; i++) {
      var head = "log %08d of %08d ".formatted(i + 1, count);
      assertThat(lines.get(i)).startsWith(head).hasSameSizeAs(lines.getFirst());
    }
    assertThat(lines.getFirst().length() * (long) count).isGreaterThan(2_000_000);
  }

  @Test
  @Tag("bad:console-100mb")
  void aHundredMegabytesArriveWhole() throws IOException {
    var says = home.resolve("says");
    var line =
        ("\u001b[32m[worker-1]\u001b[0m GET /tides " + "x".repeat(60) + "\n").getBytes(UTF_8);
    try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(says), 1 << 20)) {
      for (long sent = 0; sent < 100_000_000; sent += line.length) {
        out.write(line);
      }
      out.write("THE END\n".getBytes(UTF_8));
    }
    StandInQemu.install(person, says, home.resolve("typed"));

    var run = person.says("run", standInProject(), "--headless", "--trust", "--for", "10ms").fine();

    assertThat(run.out()).contains("ready ", "stopped");
    assertThat(Terminal.run(home, 1).resolve("console.log")).hasSameBinaryContentAs(says);
  }

  @Test
  @Tag("bad:esc-retitle")
  @Tag("bad:esc-resize")
  @Tag("bad:esc-answer")
  void sequencesThatCommandATerminalAreShownAndNeverAnswered() throws IOException {
    var hostile =
        "\u001b]0;owned\u0007\u001b]52;c;ZXZpbA==\u0007\u001b[8;1;1t\u001b[18t\u001b[c\u001b[6n\u0005\u001b[?1049h\u001bP$q\"p\u001b\\\u009b6n\u202e"
            + " THE END\n";
    var says = Files.writeString(home.resolve("says"), hostile);
    var typed = home.resolve("typed");
    StandInQemu.install(person.onATerminal(), says, typed);
    var folder = standInProject();

    var run = person.start(List.of(), "run", folder, "--json", "--trust");
    try (var events = run.inputReader()) {
      Person.awaitEvent(events, "ready");
      var shown = person.says("console", "-g", person.guest()).fine().out();
      assertThat(shown).contains("\\e]0;owned", "\\e[8;1;1t", "\\e[6n", "\\u202e", "THE END");
      assertThat(shown.chars()).allMatch(c -> c == '\n' || !Character.isISOControl(c));
      person.says("stop", "-g", person.guest()).fine();
      assertThat(typed).isEmptyFile();
    } finally {
      run.destroyForcibly();
    }
    // Into a file the bytes go as they came.
    assertThat(Terminal.run(home, 1).resolve("console.log")).hasContent(hostile);
  }
}
