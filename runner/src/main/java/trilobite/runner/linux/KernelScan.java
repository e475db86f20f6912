// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.linux;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import trilobite.runner.memory.GuestRam;

/// Places in RAM where a kernel's tables may be.
///
/// @param digits where tokens of the digits stand side by side
/// @param types where the types of a whole kernel may begin
record KernelScan(List<Long> digits, List<Long> types) {

  private static final int PIECE = 1 << 19;
  private static final int MOST_STRETCHES = 100_000;
  private static final int MOST_PLACES = 4096;

  /// A module's own types are some kilobytes.
  private static final long LEAST_TYPES = 1 << 18;

  static KernelScan of(GuestRam ram) throws IOException {
    var scan = new KernelScan(new ArrayList<>(), new ArrayList<>());
    for (var stretch : ram.touchedFrom(0, MOST_STRETCHES)) {
      for (long at = 0; at < stretch.length(); at += PIECE) {
        int length = (int) Math.min(PIECE + Long.BYTES, stretch.length() - at);
        scan.piece(ram, stretch.address() + at, length);
      }
    }
    return scan;
  }

  private void piece(GuestRam ram, long start, int length) throws IOException {
    var bytes = ram.read(start, length);
    for (int i = 0; i <= length - Long.BYTES && digits.size() < MOST_PLACES; i++) {
      if (bytes.get(i) == '0' && bytes.getLong(i) == Kallsyms.DIGITS) {
        digits.add(start + i);
      } else if (bytes.getInt(i) == Btf.MAGIC && ram.holds(start + i, Btf.HEADER)) {
        if (Btf.length(ram.read(start + i, Btf.HEADER)) >= LEAST_TYPES) {
          types.add(start + i);
        }
      }
    }
  }
}
