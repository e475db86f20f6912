// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.Optional;
import org.tomlj.TomlTable;
import trilobite.runner.profile.BlockLayout.Sign;

/// Reads the table `walk` of a heap.
record BlockLayouts(String origin, String heap) {

  Optional<BlockLayout> read(TomlTable toml) throws ProfileException {
    if (toml.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new BlockLayout(
            need(toml, "ranges"),
            need(toml, "begin"),
            need(toml, "end"),
            toml.getString("after", () -> ""),
            need(toml, "block"),
            need(toml, "size"),
            toml.getLong("flags", () -> 0),
            sign(toml, "live"),
            sign(toml, "free"),
            toml.getLong("last", () -> 0)));
  }

  private Sign sign(TomlTable toml, String key) throws ProfileException {
    var sign = toml.getTableOrEmpty(key);
    return new Sign(
        need(sign, "path"), sign.getLong("bits", () -> -1), sign.getLong("value", () -> 0));
  }

  private String need(TomlTable toml, String key) throws ProfileException {
    var text = toml.getString(key, () -> "");
    if (text.isEmpty()) {
      throw new ProfileException(origin, heap + ": its walk has no " + key);
    }
    return text;
  }
}
