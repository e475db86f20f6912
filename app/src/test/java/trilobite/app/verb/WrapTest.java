// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.app.Terminal;
import trilobite.app.Waiting;

/// `trilobite wrap` from outside, with the demo guest started by other people's means.
@Tag("qemu")
final class WrapTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path home;
  private Path shm;
  private Terminal terminal;
  private Path image;

  /// The run: others on this machine may have the first number.
  private String run = "1";

  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void makeRoom() throws IOException {
    shm = Files.createTempDirectory(Path.of("/dev/shm"), "tri-");
    terminal = Terminal.at(home, shm);
    image = home.resolve("tidepool.elf");
    try (var bytes = WrapTest.class.getResourceAsStream("/guest/prebuilt/tidepool.elf")) {
      Files.copy(bytes, image);
    }
  }

  @AfterEach
  void clear() throws Exception {
    started.forEach(Process::destroy);
    for (var process : ProcessHandle.allProcesses().toList()) {
      if (line(process.pid()).contains(shm + "/trilobite/")) {
        process.destroy();
      }
    }
    Waiting.until("QEMU and keepers are gone", () -> Files.notExists(place()));
    try (var all = Files.walk(shm)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static String line(long pid) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
    } catch (IOException e) {
      return "";
    }
  }

  private Path script(String text) throws IOException {
    var script = Files.writeString(home.resolve("start me.sh"), "#!/bin/sh\n" + text + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private String said(String name) {
    try {
      return Files.readString(home.resolve(name));
    } catch (IOException e) {
      return "";
    }
  }

  private String asked(String... words) throws Exception {
    return terminal.run(words).out();
  }

  private static int freePort() throws IOException {
    try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private static List<String> threads(JsonNode rows) {
    var threads = new ArrayList<String>();
    rows.forEach(row -> threads.add(row.path("id").asText() + " " + row.path("name").asText()));
    Collections.sort(threads);
    return threads;
  }

  private JsonNode guest() throws Exception {
    Waiting.until("it can be asked", () -> !asked("guests", "--json").isEmpty());
    var guest = JSON.readTree(asked("guests", "--json"));
    run = guest.path("run").asText();
    return guest;
  }

  private Path place() {
    return shm.resolve("trilobite").resolve(run);
  }

  private long keeper() throws IOException {
    return Long.parseLong(
        Files.readString(place().resolve("owner")).lines().findFirst().orElseThrow());
  }

  private JsonNode record() throws IOException {
    return JSON.readTree(home.resolve("state/trilobite/runs/" + run + "/run.json").toFile());
  }

  private boolean ended() {
    try {
      return record().has("verdict");
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aMakefilesOwnLineIsSeenFromInsideAndLeavesAsItCame() throws Exception {
    int port = freePort();
    Files.writeString(
        home.resolve("Makefile"),
        "run:\n\t@qemu-system-x86_64 -kernel '"
            + image
            + "' -display none -serial stdio -m 64M -net nic,model=virtio-net-pci,vectors=4 -net user,hostfwd=tcp:127.0.0.1:"
            + port
            + "-:80 -append '--port 80' -device isa-debug-exit,iobase=0xf4,iosize=0x04\n");
    var wrapped = terminal.start("make", "wrap", "-g", "mine", "--", "make", "-s", "run");
    started.add(wrapped);
    Waiting.until("the guest is ready", () -> said("make.out").contains("listening on :80"));

    var guest = guest();
    assertThat(guest.path("project").asText()).isEqualTo("mine");
    Waiting.until("its memory is open", () -> asked("ps", "--json").contains("\"main\""));
    var truth = threads(JSON.readTree(GuestPage.get(port, "/truth/threads")).path("threads"));
    assertThat(truth).hasSizeGreaterThan(5);
    assertThat(threads(JSON.readTree(asked("ps", "--json")).path("rows"))).isEqualTo(truth);
    assertThat(asked("console")).contains("listening on :80");
    Waiting.until(
        "packets, of a network without a name",
        () -> asked("tcpdump", "--json").contains("/truth/threads"));
    assertThat(terminal.run("stop").code()).as("it is theirs").isEqualTo(Exit.NO);
    assertThat(said("make.err"))
        .contains("trilobite wrap: run #" + run, "+ -machine memory-backend=pc.ram");

    // SIGTERM for QEMU, as its own terminal would send it: make tells what became of it.
    ProcessHandle.of(guest.path("pid").asLong()).orElseThrow().destroy();
    assertThat(wrapped.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(wrapped.exitValue()).isZero();
    Waiting.until("the run is recorded", this::ended);
    assertThat(record().path("verdict").asText()).isEqualTo("stopped");
    assertThat(record().path("why").asText()).isEqualTo("Its owner ended it (host-signal).");
    var made = terminal.run("import", "--run", run);
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(home.resolve("trilobite.toml"))
        .content()
        .contains(
            "kernel = \"" + image + "\"", "forward = [\"" + port + ":80\"]", "memory = \"64M\"");
    assertThat(made.err()).contains("passed on as raw arguments: -device isa-debug-exit");
    assertThat(terminal.run("import", "--run", run).code()).as("it stays").isNotZero();
    assertThat(terminal.run("command", ".").out()).contains(" -kernel " + image);
  }

  /// As OSv's `scripts/run.py`: a program that is no shell starts QEMU as its child.
  @Test
  void memoryThatItsOwnerPlacedIsReadThroughTheProcess() throws Exception {
    var script =
        script(
            """
            exec python3 -c 'import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))' \\
              qemu-system-x86_64 -kernel '%s' -display none -serial file:own.log -no-reboot \\
              -m 64M -object memory-backend-ram,id=mine,size=64M -machine q35,memory-backend=mine
            """
                .formatted(image));
    var wrapped = terminal.start("placed", "wrap", "--", script.toString());
    started.add(wrapped);
    Waiting.until("its memory is open", () -> asked("ps", "--json").contains("\"main\""));
    assertThat(JSON.readTree(terminal.run("mem", "--json").out())).isNotEmpty();
    long keeper = keeper();
    ProcessHandle.of(guest().path("pid").asLong()).orElseThrow().destroy();
    assertThat(wrapped.waitFor(30, TimeUnit.SECONDS)).isTrue();
    Waiting.until("the run is recorded", this::ended);
    // It writes into the home of this test until its end.
    Waiting.until("the keeper is gone", () -> ProcessHandle.of(keeper).isEmpty());
  }

  @Test
  void inTheBackgroundItOutlivesItsScriptAndUs() throws Exception {
    var script =
        script(
            "exec qemu-system-x86_64 -kernel '"
                + image
                + "' -display none -daemonize -serial file:\"$PWD/own log\" -m size=64M,slots=2,maxmem=128M"
                + " -netdev user,id=n0 -device virtio-net-pci,netdev=n0 -pidfile own.pid"
                + " -qmp unix:own.sock,server=on,wait=off");
    var wrapped = terminal.run("wrap", "--", script.toString());
    assertThat(wrapped.code()).as(wrapped.err()).isZero();
    Waiting.until("its own log", () -> said("own log").contains("listening on :80"));
    var guest = guest();
    long pid = guest.path("pid").asLong();
    assertThat(said("own.pid").strip()).isEqualTo(Long.toString(pid));
    assertThat(guest.path("project").asText()).isEqualTo("tidepool.elf");
    assertThat(terminal.run("console").out()).isEqualTo(said("own log"));

    long keeper = keeper();
    ProcessHandle.of(keeper).orElseThrow().destroyForcibly();
    // What clears away after owners that died leaves a QEMU alone that is not ours.
    Waiting.until("the keeper is gone", () -> ProcessHandle.of(keeper).isEmpty());
    assertThat(terminal.run("guests", "--json").out()).isEmpty();
    assertThat(ProcessHandle.of(pid)).as("QEMU").isPresent();
    assertThat(place().resolve("ram")).exists();

    ProcessHandle.of(pid).orElseThrow().destroy();
    Waiting.until("QEMU is gone", () -> ProcessHandle.of(pid).isEmpty());
    Waiting.until(
        "the next start cleared its folder away",
        () -> asked("guests", "--json").isEmpty() && Files.notExists(place()));
    Waiting.until("its record is completed", () -> asked("runs", "--json").contains("\"lost\""));
  }

  /// The scripts beside this test say which files of the tools they follow.
  @ParameterizedTest
  @ValueSource(strings = {"kraft", "ops"})
  void asTheToolStartsAndStopsIt(String tool) throws Exception {
    int port = freePort();
    var script = home.resolve("tool.py");
    try (var bytes = WrapTest.class.getResourceAsStream("/wrap/" + tool + ".py")) {
      Files.copy(bytes, script);
    }
    var words = List.of(image.toString(), Integer.toString(port), Integer.toString(freePort()));
    var start = new ArrayList<>(List.of("wrap", "--", "python3", script.toString(), "start"));
    start.addAll(words);
    var wrapped = terminal.run(start.toArray(String[]::new));
    assertThat(wrapped.code()).as(wrapped.err()).isZero();

    Waiting.until("its own log", () -> said("own.log").contains("listening on :80"));
    var guest = guest();
    assertThat(guest.path("project").asText()).isEqualTo("tidepool.elf");
    assertThat(guest.path("pid").asText()).isEqualTo(said("own.pid").strip());
    Waiting.until("its memory is open", () -> asked("ps", "--json").contains("\"main\""));
    assertThat(GuestPage.get(port, "/truth/threads")).contains("tcpip");
    Waiting.until("packets", () -> asked("tcpdump", "--json").contains("/truth/threads"));

    var stop = new ArrayList<>(List.of("python3", script.toString(), "stop"));
    stop.addAll(words);
    var stopped = new ProcessBuilder(stop).directory(home.toFile()).inheritIO().start();
    assertThat(stopped.waitFor()).isZero();
    Waiting.until("it is gone", () -> asked("runs", "--json").contains("\"stopped\""));
    assertThat(asked("runs", "--json")).contains("Its owner ended it (");
  }

  @Test
  void exitCodeArgumentsAndSignalsAreTheCommandsOwn() throws Exception {
    var words = terminal.run("wrap", "--", "printf", "%s|", "a b", "$x", "'", "-g", "\n");
    assertThat(words.out()).isEqualTo("a b|$x|'|-g|\n|");
    assertThat(words.err()).isEmpty();
    assertThat(terminal.run("wrap", "sh", "-c", "exit 42").code()).isEqualTo(42);
    assertThat(terminal.run("wrap", "--", "no-such-program").code()).isEqualTo(Exit.ABSENT);

    var version = terminal.run("wrap", "--", "qemu-system-x86_64", "-machine", "help");
    assertThat(version.code()).isZero();
    assertThat(version.out()).contains("microvm");
    assertThat(version.err()).as("a question starts no guest").isEmpty();

    var sleeping = terminal.start("sleep", "wrap", "--", "sh", "-c", "echo up; exec sleep 100");
    started.add(sleeping);
    Waiting.until("the command runs", () -> said("sleep.out").contains("up"));
    // The shell becomes it a moment later, and has no words in between.
    Waiting.until("it is sleep", () -> line(sleeping.pid()).equals("sleep\000100\0"));
    sleeping.destroy();
    assertThat(sleeping.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(sleeping.exitValue()).isEqualTo(128 + 15);
  }

  @Test
  void aLineThatQemuRefusesFailsAsItWouldAndLeavesNoRun() throws Exception {
    var refused = terminal.run("wrap", "--", "qemu-system-x86_64", "-no-such-option");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("-no-such-option: invalid option");
    Waiting.until("no run is left", () -> Files.notExists(place()));
    assertThat(terminal.run("runs", "--json").out()).isEmpty();
  }
}
