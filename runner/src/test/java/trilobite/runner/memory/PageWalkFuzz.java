// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Any memory as page tables, and any text as QEMU's registers and memory map: an address is found
/// in at most five reads or refused, and reading through it ends.
public final class PageWalkFuzz {

  private static final int HEADER = 17;

  private PageWalkFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    texts(new String(data, java.nio.charset.StandardCharsets.ISO_8859_1));
    if (data.length < HEADER + Long.BYTES) {
      return;
    }
    var head = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    var modes = Paging.Mode.values();
    var paging = new Paging(modes[(data[16] & 0xff) % modes.length], head.getLong(0) & ~0xfffL);
    long virtual = head.getLong(8);
    var reads = new int[1];
    Memory physical =
        (address, into, offset, length) -> {
          reads[0]++;
          for (int i = 0; i < length; i++) {
            // The input again and again: tables may point anywhere and find something.
            into[offset + i] =
                data[HEADER + (int) Long.remainderUnsigned(address + i, data.length - HEADER)];
          }
        };
    try {
      var spot = PageWalk.find(physical, paging, virtual);
      assertThat(reads[0]).isLessThanOrEqualTo(5);
      assertThat(spot.left()).isPositive();
      assertThat(new VirtualMemory(physical, paging).read(virtual, 10_000).limit())
          .isEqualTo(10_000);
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static void texts(String text) {
    try {
      assertThat(Paging.of(text).mode()).isNotNull();
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).contains("QEMU's registers");
    }
    try {
      assertThat(RamLayout.parse(text, "ram0").extents()).isNotEmpty();
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).contains("QEMU's memory map");
    }
  }
}
