// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.model.run.Verdict;
import trilobite.runner.console.ConsoleWatch.Hit;
import trilobite.runner.guard.QemuExit;

class JudgementTest {

  private static final Optional<Hit> NONE = Optional.empty();

  private static Verdict verdict(Cause cause, Optional<Hit> panic) {
    return Judgement.of(cause, panic, 10_000, false).verdict();
  }

  private static Optional<Hit> panicAt(double t) {
    return Optional.of(new Hit("PANIC: at 0x1234", t));
  }

  @Test
  void whoeverAskedForItWasNotCrashed() {
    assertThat(Judgement.of(new Cause.Asked(), panicAt(9_000), 10_000, false))
        .as("the verdict says it all")
        .isEqualTo(new Judgement(Verdict.STOPPED, ""));
  }

  @Test
  void aGuestThatSaysThatItHaltsAndStandsStillIsOff() {
    var end = Optional.of(new Hit("Solo5: Halted", 10));
    var off = Judgement.of(new Cause.Stuck(), NONE, end, 10_000, false);
    assertThat(off.verdict()).isEqualTo(Verdict.POWEROFF);
    assertThat(off.why()).contains("Solo5: Halted");
    assertThat(Judgement.of(new Cause.Stuck(), panicAt(1), end, 2, false).verdict())
        .isEqualTo(Verdict.CRASHED);
  }

  @Test
  void aForeignQemuThatIsGoneAfterItWasAskedToPowerOffWasEndedByItsOwner() {
    var exit = new Cause.Gone(new QemuExit(0, ""));
    var asked = new ForeignEnd();
    asked.powerAsked();
    assertThat(asked.of(exit).map(cause -> verdict(cause, NONE))).contains(Verdict.STOPPED);

    var obeyed = new ForeignEnd();
    obeyed.powerAsked();
    assertThat(obeyed.of(new Cause.Shutdown("guest-shutdown"))).isEmpty();
    assertThat(obeyed.of(exit).map(cause -> verdict(cause, NONE))).contains(Verdict.POWEROFF);
  }

  @Test
  void powerOffIsFineUnlessAPanicCameJustBefore() {
    var off = new Cause.Shutdown("guest-shutdown");

    assertThat(verdict(off, NONE)).isEqualTo(Verdict.POWEROFF);
    assertThat(verdict(off, panicAt(9_900))).isEqualTo(Verdict.CRASHED);
    assertThat(verdict(off, panicAt(10))).isEqualTo(Verdict.POWEROFF);
  }

  @Test
  void resetsAndPanicsAreCrashes() {
    assertThat(verdict(new Cause.Shutdown("guest-reset"), NONE)).isEqualTo(Verdict.CRASHED);
    assertThat(verdict(new Cause.Panicked(), NONE)).isEqualTo(Verdict.CRASHED);
    assertThat(verdict(new Cause.PanicLine(), panicAt(1))).isEqualTo(Verdict.CRASHED);
  }

  @Test
  void standingStillIsAHangUnlessItPanickedFirst() {
    assertThat(verdict(new Cause.Stuck(), NONE)).isEqualTo(Verdict.HUNG);
    assertThat(verdict(new Cause.Stuck(), panicAt(1))).isEqualTo(Verdict.CRASHED);
  }

  @Test
  void aSignalToQemuIsAKillWhateverTheGuestSaid() {
    assertThat(verdict(new Cause.Gone(new QemuExit(137, "")), panicAt(9_999)))
        .isEqualTo(Verdict.KILLED);
    assertThat(verdict(new Cause.Shutdown("host-signal"), NONE)).isEqualTo(Verdict.KILLED);
    assertThat(verdict(new Cause.Gone(new QemuExit(-1, "")), NONE)).isEqualTo(Verdict.KILLED);
  }

  @Test
  void anExitCodeAloneDecidesNothing() {
    var gone = new Cause.Gone(new QemuExit(83, ""));

    assertThat(Judgement.of(gone, NONE, 1, true).verdict()).isEqualTo(Verdict.POWEROFF);
    assertThat(Judgement.of(gone, panicAt(0), 1, true).verdict()).isEqualTo(Verdict.CRASHED);
    assertThat(Judgement.of(gone, NONE, 1, false).verdict()).isEqualTo(Verdict.KILLED);
  }

  @Test
  void qemusOwnWordsAreInTheSentence() {
    var gone = new Cause.Gone(new QemuExit(1, "warning: x\nqemu: out of luck\n"));

    assertThat(Judgement.of(gone, NONE, 1, false).why()).contains("qemu: out of luck");
  }

  @Test
  void aGuestNobodyCouldControlIsLost() {
    assertThat(verdict(new Cause.Broken("Garbage."), NONE)).isEqualTo(Verdict.LOST);
    assertThat(verdict(new Cause.Late(500, ""), NONE)).isEqualTo(Verdict.NEVER_READY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[    8.891099] panic: page fault | panic: page fault. The guest reported a panic.",
        "Kernel panic - not syncing: VFS. | Kernel panic - not syncing: VFS. The guest reported a"
            + " panic.",
        "[   12.5] | The guest reported a panic.",
      })
  void aCrashIsToldInTheGuestsOwnWordsFirst(String line, String why) {
    var told = Judgement.of(new Cause.Panicked(), Optional.of(new Hit(line, 9_000)), 9_001, false);
    assertThat(told.why()).isEqualTo(why);
  }
}
