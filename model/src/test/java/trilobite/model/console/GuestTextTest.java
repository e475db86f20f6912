// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuestTextTest {

  @Test
  void harmlessTextIsTheSame() {
    String text = "GET /tides\t200\né漢🦐\n";
    assertThat(GuestText.visible(text)).isSameAs(text);
  }

  @Test
  void controlsAreWrittenOut() {
    assertThat(GuestText.visible("🦐a\u001b]0;t\u0007\r\0\u009b\u202e\ud800"))
        .isEqualTo("🦐a\\e]0;t\\x07\\r\\x00\\x9b\\u202e\\ud800");
  }
}
