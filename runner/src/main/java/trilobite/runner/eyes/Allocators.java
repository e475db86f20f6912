// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.runner.heap.BlockReader;
import trilobite.runner.heap.Blocks;
import trilobite.runner.heap.Range;
import trilobite.runner.profile.AllocatorLayout;
import trilobite.runner.profile.BlockLayout;
import trilobite.runner.profile.Profile.HeapLayout;
import trilobite.runner.value.PathException;
import trilobite.runner.walk.Snapshot;

/// The allocators of a guest whose blocks can be found. Those that a build has not are left out.
///
/// @param why there are none; empty where there are some
record Allocators(List<BlockReader> all, Snapshot.Source source, String why) {

  /// Needs the guest's types, for which gdb may take a second.
  ///
  /// @throws IOException where no types are known
  static Allocators of(Scene scene) throws IOException {
    var profile = scene.profile();
    var found = new ArrayList<BlockReader>();
    var why = "the profile does not say how the allocator's blocks lie";
    for (var layout : profile.allocators()) {
      try {
        var size =
            profile.heaps().stream()
                .filter(heap -> heap.symbol().equals(layout.stamp()))
                .mapToInt(HeapLayout::size)
                .findFirst()
                .orElse(0);
        found.add(BlockReader.of(scene.program(), layout, size));
      } catch (PathException e) {
        why = String.valueOf(scene.misfit(e).getMessage());
      }
    }
    return new Allocators(List.copyOf(found), scene.source(), found.isEmpty() ? why : "");
  }

  /// True where blocks have the call that asked for them.
  boolean ownersKept() {
    return all.stream()
        .anyMatch(
            reader ->
                reader.layout().blocks() instanceof BlockLayout.Chunks chunks
                    && chunks.owner().isPresent());
  }

  /// Blocks of one allocator.
  record Found(AllocatorLayout layout, Blocks blocks) {}

  /// What there is, and why some of it is missing.
  record Seen(List<Found> found, Optional<String> cut) {}

  /// Reads all of them; one that cannot be read leaves the others.
  ///
  /// @throws IOException where none can be read
  Seen read() throws IOException {
    var found = new ArrayList<Found>();
    var cuts = new ArrayList<String>();
    for (var reader : all) {
      try {
        for (var blocks : reader.read(source)) {
          found.add(new Found(reader.layout(), blocks));
          blocks.cut().ifPresent(cuts::add);
        }
      } catch (IOException e) {
        cuts.add(String.valueOf(e.getMessage()));
      }
    }
    if (found.isEmpty()) {
      throw new IOException(cuts.isEmpty() ? why : String.join("; ", cuts));
    }
    return new Seen(
        List.copyOf(found),
        cuts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", cuts)));
  }

  /// A stretch that an allocator manages.
  record Owned(String allocator, boolean inner, Range range) {}

  /// All stretches of those that can be read.
  List<Owned> ranges() {
    var owned = new ArrayList<Owned>();
    for (var reader : all) {
      try {
        for (var range : reader.ranges(source)) {
          owned.add(new Owned(reader.layout().name(), reader.layout().inner(), range));
        }
      } catch (IOException e) {
        // The map shows what is known.
      }
    }
    return List.copyOf(owned);
  }
}
