// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import trilobite.runner.heap.BlockReader;
import trilobite.runner.heap.Blocks;
import trilobite.runner.heap.Range;
import trilobite.runner.kernel.Program;
import trilobite.runner.profile.AllocatorLayout;
import trilobite.runner.profile.BlockLayout;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.Profile.HeapLayout;
import trilobite.runner.value.PathException;
import trilobite.runner.walk.Snapshot;

/// The allocators of a guest whose blocks can be found. Those that a build has not are left out.
///
/// @param why there are none; empty where there are some
/// @param missing what this build has not, though others of its kind have
record Allocators(List<BlockReader> all, Snapshot.Source source, String why, List<String> missing) {

  /// Needs the guest's types, for which gdb may take a second.
  ///
  /// @throws IOException where no types are known
  static Allocators of(Scene scene) throws IOException {
    try {
      return of(scene.profile(), scene.program(), scene.source());
    } catch (PathException e) {
      return new Allocators(
          List.of(), scene.source(), String.valueOf(scene.misfit(e).getMessage()), List.of());
    }
  }

  /// @throws PathException where the program has none of them
  static Allocators of(Profile profile, Program program, Snapshot.Source source)
      throws PathException {
    var found = new ArrayList<BlockReader>();
    var missing = new ArrayList<String>();
    Optional<PathException> misfit = Optional.empty();
    for (var layout : profile.allocators()) {
      try {
        var size =
            profile.heaps().stream()
                .filter(heap -> heap.symbol().equals(layout.stamp()))
                .mapToInt(HeapLayout::size)
                .findFirst()
                .orElse(0);
        found.add(BlockReader.of(program, layout, size));
      } catch (PathException e) {
        misfit = Optional.of(e);
        if (!layout.missing().isEmpty()) {
          missing.add(layout.missing());
        }
      }
    }
    if (found.isEmpty() && misfit.isPresent()) {
      throw misfit.get();
    }
    return new Allocators(
        List.copyOf(found),
        source,
        found.isEmpty() ? "the profile does not say how the allocator's blocks lie" : "",
        List.copyOf(missing));
  }

  /// Those alone that have their memory from nobody else.
  Allocators outer() {
    return new Allocators(
        all.stream().filter(reader -> !reader.layout().inner()).toList(), source, why, List.of());
  }

  /// How they are looked at and how far their figures can be trusted.
  String says() {
    return all.stream()
        .map(
            reader ->
                reader.says()
                    + (reader.layout().note().isEmpty() ? "" : " (" + reader.layout().note() + ")"))
        .distinct()
        .collect(Collectors.joining(", "));
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
    var cuts = new ArrayList<>(missing);
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
