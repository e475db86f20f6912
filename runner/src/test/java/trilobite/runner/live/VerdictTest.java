// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.guest.Eyes;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.Verdict;
import trilobite.model.vitals.Vitals;
import trilobite.runner.Waiting;

/// Each way to die, under a real QEMU, gets its own verdict.
@Tag("qemu")
class VerdictTest {

  private Bench bench;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  private static Verdict end(LiveGuest guest) throws Exception {
    return guest.ended().get(20, TimeUnit.SECONDS);
  }

  @Test
  void powerOffByTheGuest() throws Exception {
    var guest = bench.machine("pc").boot(new TinyGuest().print("bye\n").powerOffPc());

    assertThat(end(guest)).isEqualTo(Verdict.POWEROFF);
    assertThat(Bench.console(guest)).isEqualTo("bye\n");
  }

  @Test
  void powerOffRightAfterAPanicLineIsACrash() throws Exception {
    var guest =
        bench.machine("pc").panics("PANIC").boot(new TinyGuest().print("PANIC: x\n").powerOffPc());

    assertThat(end(guest)).isEqualTo(Verdict.CRASHED);
    assertThat(guest.status().why()).contains("PANIC: x");
  }

  @Test
  void tripleFault() throws Exception {
    var guest = bench.boot(new TinyGuest().print("oops\n").tripleFault());

    assertThat(end(guest)).isEqualTo(Verdict.CRASHED);
    assertThat(guest.status().why()).contains("triple fault");
  }

  @Test
  void panicDevice() throws Exception {
    assertThat(end(bench.boot(new TinyGuest().print("p\n").panicDevice())))
        .isEqualTo(Verdict.CRASHED);
  }

  @Test
  void panicLineAndSilence() throws Exception {
    var guest = bench.panics("PANIC").boot(new TinyGuest().print("PANIC: y\n").echo());

    assertThat(end(guest)).isEqualTo(Verdict.CRASHED);
    assertThat(guest.status().why()).contains("PANIC: y");
  }

  @Test
  void aFailureOnTheWayIsNoReasonToWaitForEver() throws Exception {
    var guest = bench.watchedBy(new Spoiled()).boot(new TinyGuest().print("s\n").echo());

    var qemu = ProcessHandle.of(guest.status().pid().getAsLong()).orElseThrow();

    guest.stop();

    assertThat(end(guest)).isEqualTo(Verdict.STOPPED);
    assertThat(qemu.isAlive()).isFalse();
    assertThat(bench.session().runtimeFolder()).doesNotExist();
  }

  /// Fails where it should take the last samples.
  private static final class Spoiled implements Observer {

    @Override
    public Vitals vitals() {
      return new BlindObserver();
    }

    @Override
    public Eyes eyes() {
      return new BlindObserver().eyes();
    }

    @Override
    public void close() {
      throw new IllegalStateException("as the test wants it");
    }
  }

  @Test
  void haltedWithInterruptsOff() throws Exception {
    assertThat(end(bench.boot(new TinyGuest().print("zzz\n").halt()))).isEqualTo(Verdict.HUNG);
  }

  @Test
  @Tag("bad:guest-never-boots")
  void neverReady() throws Exception {
    var guest = bench.ready("listening", 300).boot(new TinyGuest().print("no\n").echo());

    assertThat(end(guest)).isEqualTo(Verdict.NEVER_READY);
    assertThat(guest.status().why()).contains("300 ms", "It said last: no.");
    assertThat(guest.status().why()).containsPattern("vCPU 0 runs at 0x[0-9a-f]+, interrupts");
  }

  @Test
  void leavingThroughTheExitDeviceIsNoCrash() throws Exception {
    var guest =
        bench
            .raw("-device", "isa-debug-exit,iobase=0xf4,iosize=4")
            .boot(new TinyGuest().print("done\n").out(0xf4, 41));

    assertThat(end(guest)).isEqualTo(Verdict.POWEROFF);
    // QEMU 7.2 leaves without a word, so its status tells; QEMU 10 announces a shutdown first.
    assertThat(guest.status().why()).containsAnyOf("exit status 83", "powered off");
    assertThat(Bench.console(guest)).isEqualTo("done\n");
  }

  @Test
  @Tag("bad:qemu-killed")
  void qemuKilledUnderUs() throws Exception {
    var guest = bench.boot(new TinyGuest().print("k\n").echo());
    ProcessHandle.of(guest.status().pid().getAsLong()).orElseThrow().destroyForcibly();

    assertThat(end(guest)).isEqualTo(Verdict.KILLED);
    assertThat(guest.status().why()).contains("signal 9");
  }

  @Test
  void guardKilledTakesQemuWithIt() throws Exception {
    var guest = bench.boot(new TinyGuest().print("k\n").echo());
    var qemu = ProcessHandle.of(guest.status().pid().getAsLong()).orElseThrow();
    qemu.parent().orElseThrow().destroyForcibly();

    assertThat(end(guest)).isEqualTo(Verdict.KILLED);
    Waiting.until("QEMU is gone", () -> !qemu.isAlive());
  }
}
