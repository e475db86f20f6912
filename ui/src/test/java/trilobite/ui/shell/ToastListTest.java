// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import trilobite.ui.panel.Toast;

final class ToastListTest {

  private final ToastList list = new ToastList();

  @Test
  void aMessageStaysEightSecondsAndIsKept() {
    list.add(Toast.info("Build done", ""), 0);
    assertThat(list.shown(7_999, false)).hasSize(1);
    assertThat(list.shown(8_000, false)).isEmpty();
    assertThat(list.all()).hasSize(1);
  }

  @Test
  void aPointerOverTheMessagesHoldsThem() {
    list.add(Toast.info("Build done", ""), 0);
    assertThat(list.shown(60_000, true)).hasSize(1);
  }

  @Test
  void dismissedMessagesAreKeptToo() {
    list.add(Toast.error("Build failed", ""), 0);
    list.dismiss(list.shown(1, false).getFirst());
    assertThat(list.shown(2, false)).isEmpty();
    assertThat(list.all()).hasSize(1);
  }

  @Test
  void aFloodNeitherFillsTheWindowNorTheMemory() {
    for (int i = 0; i < 1000; i++) {
      list.add(Toast.info("m" + i, ""), i);
    }
    assertThat(list.shown(1000, false)).hasSize(ToastList.MOST_SHOWN);
    assertThat(list.shown(1000, false).getLast().toast().title()).isEqualTo("m999");
    assertThat(list.all()).hasSize(ToastList.MOST_KEPT);
  }

  @Test
  void theBellCountsWhatWasNotRead() {
    list.add(Toast.info("a", ""), 0);
    list.add(Toast.info("b", ""), 0);
    assertThat(list.unread()).isEqualTo(2);
    list.read();
    assertThat(list.unread()).isZero();
  }
}
