// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.util.Optional;
import java.util.SortedMap;

/// The blocks of an allocator as they stood at one moment.
///
/// @param live how many of each size are in use
/// @param cut why there may be more
public record Blocks(SortedMap<Long, Long> live, Optional<String> cut) {

  /// Bytes in use, headers included.
  public long bytes() {
    return live.entrySet().stream().mapToLong(each -> each.getKey() * each.getValue()).sum();
  }

  public long count() {
    return live.values().stream().mapToLong(Long::longValue).sum();
  }
}
