// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.job.JobContext;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.runner.Cancelled;
import trilobite.runner.Waiting;
import trilobite.runner.memory.CoreImage;
import trilobite.runner.memory.GuestRam;

/// Real guests under a real QEMU, from the first byte to the verdict.
@Tag("qemu")
class GuestLifeTest {

  private Bench bench;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"q35", "pc", "microvm"})
  void printsAndAnswersOnEveryMachine(String machine) throws Exception {
    var guest = bench.machine(machine).network().boot(new TinyGuest().print("hello\n").echo());

    Waiting.until("its first line", () -> Bench.console(guest).contains("\n"));
    guest.type("typed".getBytes(UTF_8));
    Waiting.until("its echo", () -> Bench.console(guest).endsWith("typed"));

    assertThat(Bench.console(guest)).isEqualTo("hello\ntyped");
    assertThat(guest.status().state()).isEqualTo(RunState.RUNNING);
    assertThat(guest.status().firstByte()).isPresent();
    assertThat(ProcessHandle.of(guest.status().pid().getAsLong()).orElseThrow().info().command())
        .hasValueSatisfying(command -> assertThat(command).contains("qemu-system-x86_64"));
  }

  @Test
  void tellsEverythingInOrderEvenToThoseWhoComeLate() throws Exception {
    var guest = bench.ready("ready now", 0).boot(new TinyGuest().print("a\nready now\n").echo());
    Waiting.until("ready", () -> guest.status().ready().isPresent());
    guest.stop();

    var heard = Collections.synchronizedList(new ArrayList<RunEvent>());
    guest.listen(heard::add);
    Waiting.until("the end", () -> !heard.isEmpty() && heard.getLast() instanceof RunEvent.Ended);

    assertThat(heard)
        .filteredOn(event -> !(event instanceof RunEvent.Changed))
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Started", "Booted", "Ready", "Ended");
    assertThat(((RunEvent.Ended) heard.getLast()).verdict()).isEqualTo(Verdict.STOPPED);
  }

  @Test
  void howLongItTookToBootIsRememberedBeforeTheEnd() throws Exception {
    var guest = bench.ready("ready now", 0).boot(new TinyGuest().print("ready now\n").echo());
    var folder = bench.runFolder(guest.status().id());
    Waiting.until("ready", () -> guest.status().ready().isPresent());
    Waiting.until("its record", () -> tellsReady(folder));
    assertThat(RunFile.read(folder).verdict()).isEmpty();
    guest.stop();
    assertThat(RunFile.read(folder).verdict()).contains(Verdict.STOPPED);
  }

  private static boolean tellsReady(Path folder) {
    try {
      return RunFile.read(folder).readyMillis().isPresent();
    } catch (IOException e) {
      // It is only just being written for the first time.
      return false;
    }
  }

  @Test
  void stopLeavesNothingBehindButTheRunFolder() throws Exception {
    var guest = bench.boot(new TinyGuest().print("here\n").echo());
    Waiting.until("its line", () -> Bench.console(guest).contains("\n"));
    var id = guest.status().id();
    long pid = guest.status().pid().getAsLong();

    guest.stop();

    assertThat(ProcessHandle.of(pid)).isEmpty();
    assertThat(bench.runtimeFolder(id)).doesNotExist();
    assertThat(bench.runFolder(id).resolve("console.log")).hasContent("here\n");
    assertThat(bench.runFolder(id).resolve("trilobite.toml")).hasContent("# as run");
    assertThat(Files.readString(bench.runFolder(id).resolve("command"))).contains(" -S ");
    var record = RunFile.read(bench.runFolder(id));
    assertThat(record.verdict()).contains(Verdict.STOPPED);
    assertThat(record.firstByteMillis()).isPresent();
    assertThat(record.started()).isEqualTo(guest.status().clock().orElseThrow().startedWall());
    assertThat(guest.status().state()).isEqualTo(RunState.ENDED);
    assertThat(Bench.console(guest)).isEqualTo("here\n");
  }

  @Test
  void pausesAndResumes() throws Exception {
    var guest = bench.boot(new TinyGuest().print("x").echo());
    Waiting.until("running", () -> guest.status().state() == RunState.RUNNING);

    guest.pause();
    Waiting.until("paused", () -> guest.status().state() == RunState.PAUSED);
    guest.resume();
    Waiting.until("running again", () -> guest.status().state() == RunState.RUNNING);
  }

  /// QEMU's own dump reads all of it, and the host would keep what the guest never touched.
  @Test
  void aCoreCostsTheHostNothingOfTheGuestsMemory(@TempDir Path folder) throws Exception {
    var guest = bench.boot(new TinyGuest().print("x").echo());
    Waiting.until("running", () -> guest.status().state() == RunState.RUNNING);
    try (var ram = bench.session().openMemory()) {
      long touched = ram.touched();
      assertThat(touched).isLessThan(bench.session().memory() / 2);
      var written = guest.dump(folder.resolve("a.core"), JobContext.unwatched());
      assertThat(ram.touched()).isEqualTo(touched);
      assertThat(written.filled()).isZero();
      Waiting.until("it goes on", () -> guest.status().state() == RunState.RUNNING);

      guest.pause();
      Waiting.until("paused", () -> guest.status().state() == RunState.PAUSED);
      guest.dump(folder.resolve("b.core"), JobContext.unwatched());
      assertThat(guest.status().state()).isEqualTo(RunState.PAUSED);
      var core = CoreImage.read(folder.resolve("b.core"));
      assertThat(core.arch()).as("of a guest that never left 32-bit mode").isEqualTo("i386");
      try (var held = GuestRam.of(core)) {
        assertThat(held.extents()).isEqualTo(ram.extents());
        for (var extent : ram.extents()) {
          assertThat(all(held, extent)).isEqualTo(all(ram, extent));
        }
      }
    }
  }

  private static byte[] all(GuestRam ram, GuestRam.Stretch extent) throws IOException {
    var bytes = new byte[Math.toIntExact(extent.length())];
    ram.read(extent.address(), bytes, 0, bytes.length);
    return bytes;
  }

  @Test
  void aCoreThatIsNoLongerWantedLeavesNothing(@TempDir Path folder) throws Exception {
    var guest = bench.boot(new TinyGuest().print("x").echo());
    Waiting.until("running", () -> guest.status().state() == RunState.RUNNING);
    assertThatThrownBy(() -> guest.dump(folder.resolve("a.core"), new Cancelled()))
        .hasMessageContaining("cancelled");
    assertThat(folder).isEmptyDirectory();
    Waiting.until("it goes on", () -> guest.status().state() == RunState.RUNNING);
  }

  @Test
  @Tag("bad:burst-2mb")
  void aBurstOfTwoMegabytesArrivesWhole() throws Exception {
    int count = 2 << 20;
    var guest = bench.boot(new TinyGuest().burst(count).print("!").echo());

    Waiting.until("the whole burst", () -> guest.console().length() > count);

    var all = Files.readAllBytes(bench.runFolder(guest.status().id()).resolve("console.log"));
    assertThat(all).hasSize(count + 1);
    for (int i = 0; i < count; i++) {
      if (all[i] != (byte) (0x40 | (i & 0x3f))) {
        assertThat(all[i]).as("byte " + i).isEqualTo((byte) (0x40 | (i & 0x3f)));
      }
    }
    assertThat(guest.console().timeAt(count).getAsDouble()).isPositive();
  }
}
