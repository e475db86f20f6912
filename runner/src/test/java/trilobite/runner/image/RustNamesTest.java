// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RustNamesTest {

  @Test
  void readsPlainPathsAndNothingElse() {
    assertThat(RustNames.path("_ZN5tasks5TASKS17h47347bc0da8605d8E")).contains("tasks::TASKS");
    assertThat(RustNames.path("_ZN2os4core5READYE")).contains("os::core::READY");
    assertThat(RustNames.path("_ZN6memoryL11free_memoryE")).contains("memory::free_memory");
    assertThat(RustNames.path("_ZN5sched6thread4joinEv")).contains("sched::thread::join");
    // Names of Hermit 0.13.2 by rustc 1.96, with what its build and LLVM add behind them.
    assertThat(RustNames.path("_RNvNtNtCsyKpZERFazk_6hermit8executor7network3NIC.hermit"))
        .contains("hermit::executor::network::NIC");
    assertThat(
            RustNames.path(
                "_RNvNtCsyKpZERFazk_6hermit9scheduler16SCHEDULER_INPUTS.llvm.3711346.hermit"))
        .contains("hermit::scheduler::SCHEDULER_INPUTS");
    assertThat(
            RustNames.path(
                "_RNvNvMNtNtNtNtCsyKpZERFazk_6hermit4arch6x86_646kernel10core_localNtB4_9CoreLocal"
                    + "7install16FIRST_CORE_LOCAL"))
        .contains("hermit::arch::x86_64::kernel::core_local::CoreLocal::install::FIRST_CORE_LOCAL");
    assertThat(
            RustNames.path(
                "_RNvXs_NtCsyKpZERFazk_6hermit9schedulerQNtB4_16PerCoreScheduler"
                    + "NtB4_19PerCoreSchedulerExt10reschedule.hermit"))
        .contains("hermit::scheduler::PerCoreScheduler::reschedule");
    assertThat(
            RustNames.path(
                "_RNvMs1_NtCsyKpZERFazk_6hermit9schedulerNtB5_16PerCoreScheduler3run.hermit"))
        .contains("hermit::scheduler::PerCoreScheduler::run");
    for (var other :
        new String[] {
          "main",
          "_ZN",
          "_ZN5tasksE",
          "_ZN99tasks",
          "_ZN99999999999999tasksE",
          "_ZN3a$b1cE",
          "_ZN1a1b",
          "_ZN1aL",
          "_ZN1aLE",
          "_R",
          "_RC1a",
          "_RNvC1a",
          "_RNvC1a99b",
          "_RNvC1a1b1",
          "_RNCC1a1b",
          "_RNvNvB_1a1b",
          "_RNvB9999999999999999999_1b",
          "_RNvs",
          "_RINvC1a1bE",
          "_RNvXC1aQQQ",
          "_R" + "Nv".repeat(4000) + "C1a"
        }) {
      assertThat(RustNames.path(other)).as(other).isEmpty();
    }
  }

  @Test
  void aPlaceThatNoNumberHoldsIsNoPlace() {
    for (int digits = 1; digits < 60; digits++) {
      for (var digit : List.of("Z", "9", "k")) {
        var name = "_RNvB" + digit.repeat(digits) + "_1b";
        assertThat(RustNames.path(name)).as(name).isEmpty();
      }
    }
  }
}
