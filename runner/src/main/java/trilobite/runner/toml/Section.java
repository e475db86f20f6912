// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

import java.util.List;
import trilobite.model.project.FieldPath;

/// The lines from one table header to the next; the first section is the root and has no header.
///
/// @param path with the index where the header is of an array of tables
/// @param start offset of the header's line, of its indentation first
/// @param headerEnd offset of the first line below the header
/// @param element true for `[[header]]`
record Section(FieldPath path, int start, int headerEnd, boolean element, List<Entry> entries) {

  /// True for this path and everything below it.
  boolean within(FieldPath ancestor) {
    return path.within(ancestor);
  }
}
