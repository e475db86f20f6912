// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.OptionalLong;
import trilobite.runner.memory.PageMap;
import trilobite.runner.profile.Profile.Moves;

/// The pages that the page tables map in the range in which a profile says that a program may lie.
///
/// @param most how many are looked at, whatever the tables say
record MappedPages(PageMap map, Moves within, int most) {

  static final int PAGE = 4096;

  /// Looks at one page.
  interface Look {
    /// @return what was looked for; empty to go on
    OptionalLong at(long page) throws IOException;
  }

  /// The first answer, from the lowest page on.
  OptionalLong first(Look look) throws IOException {
    int left = most;
    for (var stretch : map.stretches()) {
      for (long at = 0; at < stretch.length() && left > 0; at += PAGE) {
        long page = stretch.virtual() + at;
        if (within.may(page)) {
          left--;
          var found = look.at(page);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return OptionalLong.empty();
  }
}
