// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

import java.util.List;

/// A value in a TOML text by its extent: offsets of its first character and after its last.
sealed interface Node {

  int start();

  int end();

  /// A string, number, boolean or date.
  record Scalar(int start, int end) implements Node {}

  /// An array in brackets, possibly over several lines.
  record Array(int start, int end, List<Node> items) implements Node {}

  /// A table in braces.
  record Inline(int start, int end, List<Entry> entries) implements Node {}
}
