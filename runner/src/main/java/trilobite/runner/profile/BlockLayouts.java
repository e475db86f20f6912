// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;
import trilobite.runner.profile.BlockLayout.Must;
import trilobite.runner.profile.BlockLayout.Owner;
import trilobite.runner.profile.BlockLayout.Sign;

/// Reads the table `walk` of each heap.
record BlockLayouts(String origin, List<Container> containers) {

  private static final long PAGE = 4096;

  /// @param heaps the tables `[[heap]]`
  List<AllocatorLayout> read(TomlArray heaps) throws ProfileException {
    var all = new ArrayList<AllocatorLayout>();
    for (var i = 0; i < heaps.size(); i++) {
      var heap = heaps.getTable(i);
      var walk = heap.getTableOrEmpty("walk");
      if (!walk.isEmpty()) {
        var symbol = heap.getString("symbol", () -> "");
        var name = heap.getString("name", () -> symbol);
        all.add(
            new AllocatorLayout(
                name,
                symbol,
                heap.getBoolean("inner", () -> false),
                musts(walk.getArrayOrEmpty("must")),
                new OneWalk(name, walk).layout(),
                heap.getString("note", () -> ""),
                heap.getString("missing", () -> "")));
      }
    }
    return List.copyOf(all);
  }

  private static List<Must> musts(TomlArray array) {
    var musts = new ArrayList<Must>();
    for (var i = 0; i < array.size(); i++) {
      var toml = array.getTable(i);
      musts.add(
          new Must(
              toml.getString("path", () -> ""),
              toml.getLong("value", () -> 0),
              toml.getString("symbol", () -> ""),
              toml.getBoolean("built", () -> true),
              toml.getString("why", () -> "")));
    }
    return List.copyOf(musts);
  }

  /// One heap's walk.
  private final class OneWalk {
    private final String heap;
    private final TomlTable toml;

    OneWalk(String heap, TomlTable toml) {
      this.heap = heap;
      this.toml = toml;
    }

    BlockLayout layout() throws ProfileException {
      var kind = or("kind", "chunks");
      return switch (kind) {
        case "chunks" -> chunks();
        case "buddy" ->
            new BlockLayout.Buddy(
                container("regions"),
                need("first"),
                need("pages"),
                need("bitmap"),
                toml.getLong("page", () -> PAGE),
                container("lists"),
                need("level"),
                or("link", ""),
                or("available", ""));
        case "pools" ->
            new BlockLayout.Pools(
                container("pools"),
                or("names", ""),
                or("prefix", ""),
                need("size"),
                need("count"),
                need("first"),
                need("free"),
                need("element"),
                need("next"),
                or("used", ""),
                or("peak", ""),
                or("failures", ""));
        case "offsets" ->
            new BlockLayout.Offsets(
                need("first"),
                need("last"),
                need("block"),
                need("next"),
                need("prev"),
                need("live"),
                or("used", ""),
                or("peak", ""),
                or("failures", ""));
        case "levels" ->
            new BlockLayout.Levels(
                need("total"),
                toml.getLong("page", () -> PAGE),
                container("zones"),
                need("lists"),
                need("count"),
                texts(toml.getArrayOrEmpty("kept")));
        case "counts" -> new BlockLayout.Counts(parts(toml.getArrayOrEmpty("parts")));
        case "slabs" ->
            new BlockLayout.Slabs(
                container("caches"),
                need("label"),
                need("size"),
                need("total"),
                new Containers(origin).one(heap + ".partial", toml.getTableOrEmpty("partial")),
                need("objects"),
                need("used"),
                need("back"));
        default -> throw new ProfileException(origin, heap + ": no walk is called " + kind);
      };
    }

    private List<BlockLayout.Part> parts(TomlArray array) throws ProfileException {
      var parts = new ArrayList<BlockLayout.Part>();
      for (var i = 0; i < array.size(); i++) {
        var part = array.getTable(i);
        var count = part.getString("count", () -> "");
        var unit = part.getLong("unit", () -> PAGE);
        if (count.isEmpty() || unit <= 0) {
          throw new ProfileException(origin, heap + ": a part needs a count, and a unit above 0");
        }
        parts.add(
            new BlockLayout.Part(
                part.getString("name", () -> count),
                count,
                part.getString("less", () -> ""),
                unit));
      }
      return List.copyOf(parts);
    }

    private static List<String> texts(TomlArray array) {
      var texts = new ArrayList<String>();
      for (var i = 0; i < array.size(); i++) {
        texts.add(array.getString(i));
      }
      return List.copyOf(texts);
    }

    private BlockLayout chunks() throws ProfileException {
      var length = or("length", "");
      return new BlockLayout.Chunks(
          container("ranges"),
          need("begin"),
          toml.getLong("skip", () -> 0),
          length.isEmpty() ? need("end") : "",
          length,
          or("after", ""),
          need("block"),
          need("size"),
          toml.getLong("extra", () -> 0),
          toml.getLong("flags", () -> 0),
          sign("live"),
          sign("free"),
          toml.getLong("last", () -> 0),
          toml.contains("lists") ? Optional.of(container("lists")) : Optional.empty(),
          or("used", ""),
          toml.contains("owner")
              ? Optional.of(new Owner(need("owner.site"), or("owner.born", "")))
              : Optional.empty());
    }

    private Container container(String key) throws ProfileException {
      var name = need(key);
      return containers.stream()
          .filter(each -> each.name().equals(name))
          .findFirst()
          .orElseThrow(
              () -> new ProfileException(origin, heap + ": there is no container " + name));
    }

    private Sign sign(String key) throws ProfileException {
      return new Sign(
          need(key + ".path"),
          toml.getLong(key + ".bits", () -> -1),
          toml.getLong(key + ".value", () -> 0),
          toml.getBoolean(key + ".next", () -> false));
    }

    private String or(String key, String fallback) {
      return toml.getString(key, () -> fallback);
    }

    private String need(String key) throws ProfileException {
      var text = or(key, "");
      if (text.isEmpty()) {
        throw new ProfileException(origin, heap + ": its walk has no " + key);
      }
      return text;
    }
  }
}
