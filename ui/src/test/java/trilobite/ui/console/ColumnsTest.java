// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void plainTextStandsWhereItsIndexSays() {
    assertThat(Columns.columnOf("hello", 3)).isEqualTo(3);
    assertThat(Columns.indexAt("hello", 99)).isEqualTo(5);
    assertThat(Columns.width("hello")).isEqualTo(5);
  }

  @Test
  void wideCharactersTakeTwoColumnsAndMarksNone() {
    String text = "a漢e\u0301🦐b";
    assertThat(Columns.width(text)).isEqualTo(7);
    assertThat(Columns.columnOf(text, text.indexOf('b'))).isEqualTo(6);
    assertThat(Columns.indexAt(text, 1)).isEqualTo(1);
    assertThat(Columns.indexAt(text, 2)).isEqualTo(1);
    assertThat(Columns.indexAt(text, 3)).isEqualTo(2);
    assertThat(Columns.indexAt(text, 6)).isEqualTo(text.indexOf('b'));
  }

  @Test
  void rowsOfAWrappedLine() {
    assertThat(Columns.rows("", 10)).isEqualTo(1);
    assertThat(Columns.rows("0123456789", 10)).isEqualTo(1);
    assertThat(Columns.rows("0123456789a", 10)).isEqualTo(2);
  }
}
