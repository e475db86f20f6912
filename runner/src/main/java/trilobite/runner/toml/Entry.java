// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

import java.util.List;
import trilobite.model.project.FieldPath;

/// `key = value`, in a section or in an inline table.
///
/// @param path from the root of the document; a dotted key adds several
/// @param keyStart offset of the key's first character
/// @param keyLength how many keys were written before the equals sign
record Entry(FieldPath path, int keyStart, int keyLength, Node value) {

  /// The part of the key as written that belongs to the table which holds this entry.
  List<String> written() {
    var keys = path.keys();
    return keys.subList(keys.size() - keyLength, keys.size());
  }
}
