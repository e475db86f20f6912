// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RustNamesTest {

  @Test
  void readsPlainPathsAndNothingElse() {
    assertThat(RustNames.path("_ZN5tasks5TASKS17h47347bc0da8605d8E")).contains("tasks::TASKS");
    assertThat(RustNames.path("_ZN2os4core5READYE")).contains("os::core::READY");
    assertThat(RustNames.path("_ZN6memoryL11free_memoryE")).contains("memory::free_memory");
    assertThat(RustNames.path("_ZN5sched6thread4joinEv")).contains("sched::thread::join");
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
          "_ZN1aLE"
        }) {
      assertThat(RustNames.path(other)).as(other).isEmpty();
    }
  }
}
