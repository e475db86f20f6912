// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KallsymsTest {

  private static final int COUNT = 3_000;

  private static List<String> names() {
    var names = new ArrayList<String>();
    for (int i = 0; i < COUNT; i++) {
      names.add((i % 2 == 0 ? "T" : "d") + "symbol_" + i + "x".repeat(i == 77 ? 200 : i % 9) + "!");
    }
    return names;
  }

  private static List<Kallsyms.Entry> read(byte[] table, int digits) throws NoKernelException {
    return Kallsyms.read(ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN), digits);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsNamesKindsAndAddressesInBothOrders(boolean late) throws NoKernelException {
    var made = new KallsymsTable();
    var table = made.of(names(), late);
    var entries = read(table, made.digits);
    assertThat(entries).hasSize(COUNT);
    assertThat(entries.get(0)).isEqualTo(new Kallsyms.Entry("symbol_0ee", 'T', KallsymsTable.BASE));
    assertThat(entries.get(77).name()).startsWith("symbol_77xxx").hasSize(11 + 200);
    assertThat(entries.get(COUNT - 1))
        .isEqualTo(
            new Kallsyms.Entry("symbol_2999xxee", 'd', KallsymsTable.BASE + (COUNT - 1) * 16L));
  }

  @Test
  void whatIsNoTableOrABrokenOneIsRefused() {
    assertThatThrownBy(() -> read(new byte[0], 0)).isInstanceOf(NoKernelException.class);
    assertThatThrownBy(() -> read(new byte[1 << 16], 1 << 15))
        .isInstanceOf(NoKernelException.class);
    var made = new KallsymsTable();
    var table = made.of(names(), false);
    var random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 200; i++) {
      var broken = table.clone();
      for (int n = 0; n < 200; n++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      try {
        read(broken, made.digits);
      } catch (NoKernelException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }
}
