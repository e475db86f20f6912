// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import trilobite.model.guest.HeapRow;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.Profile.Field;
import trilobite.runner.profile.Profile.HeapLayout;
import trilobite.runner.walk.TornException;

/// Reads an allocator's own figures while the guest goes on changing them. A reading counts only if
/// a second one shows the same bytes and all the profile's rules hold in it.
///
/// @param address of the structure, where the guest has it
record HeapReader(HeapLayout layout, long address) {

  private static final int TRIES = 16;

  /// @throws TornException where no quiet moment was found
  /// @throws IOException where the memory cannot be read or holds something else
  HeapRow read(Memory memory) throws IOException {
    var before = memory.read(address, layout.size());
    for (var i = 0; i < TRIES; i++) {
      var now = memory.read(address, layout.size());
      if (now.equals(before)) {
        check(now);
        var values = values(now);
        if (layout.rules().stream().allMatch(rule -> rule.holds(values))) {
          return row(values);
        }
      }
      before = now;
    }
    throw new TornException(layout.symbol(), TRIES);
  }

  private void check(ByteBuffer bytes) throws IOException {
    for (var expect : layout.expect()) {
      var found = number(bytes, expect.field());
      if (found != expect.value()) {
        throw new IOException(
            "%s holds %s %#x where the profile expects %#x: not set up yet, or of another version"
                .formatted(layout.symbol(), expect.what(), found, expect.value()));
      }
    }
  }

  private Map<String, Long> values(ByteBuffer bytes) {
    var values = new HashMap<String, Long>();
    layout.fields().forEach((name, field) -> values.put(name, number(bytes, field)));
    return values;
  }

  private HeapRow row(Map<String, Long> values) {
    return HeapRow.figures(
        layout.name(),
        values.getOrDefault("total", 0L),
        values.getOrDefault("used", 0L),
        values.getOrDefault("peak", 0L),
        values.getOrDefault("blocks", 0L));
  }

  private static long number(ByteBuffer bytes, Field field) {
    return switch (field.width()) {
      case 1 -> Byte.toUnsignedLong(bytes.get(field.offset()));
      case 2 -> Short.toUnsignedLong(bytes.getShort(field.offset()));
      case 4 -> Integer.toUnsignedLong(bytes.getInt(field.offset()));
      case 8 -> bytes.getLong(field.offset());
      default -> throw new IllegalStateException("a width of " + field.width());
    };
  }
}
