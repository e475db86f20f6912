// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.runner.kernel.Program;
import trilobite.runner.memory.MemoryException;
import trilobite.runner.profile.AllocatorLayout;
import trilobite.runner.profile.BlockLayout;
import trilobite.runner.value.PathException;
import trilobite.runner.walk.BrokenException;
import trilobite.runner.walk.Snapshot;
import trilobite.runner.walk.TornException;

/// Finds an allocator's blocks while the guest goes on allocating. What was found counts only if
/// the allocator's own figures were the same before and after, since each allocation changes them;
/// of one that keeps none, if two ways in a row found the same. Safe from any thread.
public final class BlockReader {

  private static final int TRIES = 60;
  private static final long MOST_NANOS = 400_000_000;

  private final AllocatorLayout layout;
  private final BlockWalk walk;
  private final List<Claim> claims;
  private final Optional<Figures> figures;

  /// What must be found first.
  private record Claim(String path, Parts.Figure found, long value, String why) {}

  /// The allocator's own, as bytes.
  private record Figures(long address, int size) {}

  private BlockReader(
      AllocatorLayout layout, BlockWalk walk, List<Claim> claims, Optional<Figures> figures) {
    this.layout = layout;
    this.walk = walk;
    this.claims = claims;
    this.figures = figures;
  }

  /// @param size bytes of the allocator's own figures
  /// @throws PathException where the build has no such allocator
  public static BlockReader of(Program program, AllocatorLayout layout, int size)
      throws PathException {
    var parts = new Parts(program);
    var claims = new ArrayList<Claim>();
    for (var must : layout.must()) {
      var value = parts.address(must.symbol()).orElse(must.value());
      var found = must.built() ? Optional.of(parts.figure(must.path())) : parts.maybe(must.path());
      found.ifPresent(at -> claims.add(new Claim(must.path(), at, value, must.why())));
    }
    var name = layout.name();
    var walk =
        switch (layout.blocks()) {
          case BlockLayout.Chunks chunks -> ChunkWalk.of(parts, name, chunks);
          case BlockLayout.Buddy buddy -> BuddyWalk.of(parts, name, buddy);
          case BlockLayout.Pools pools -> PoolWalk.of(parts, name, pools);
          case BlockLayout.Offsets offsets -> OffsetWalk.of(parts, name, offsets);
          case BlockLayout.Levels levels -> LevelWalk.of(parts, name, levels);
          case BlockLayout.Counts counts -> CountWalk.of(parts, name, counts);
          case BlockLayout.Slabs slabs -> SlabWalk.of(parts, name, slabs);
        };
    var stamp = parts.address(layout.stamp());
    return new BlockReader(
        layout,
        walk,
        List.copyOf(claims),
        stamp.isPresent() && size > 0
            ? Optional.of(new Figures(stamp.getAsLong(), size))
            : Optional.empty());
  }

  /// What kind of allocator it is, for people.
  public String says() {
    return switch (layout.blocks()) {
      case BlockLayout.Chunks chunks -> "blocks of " + chunks.block() + " one behind another";
      case BlockLayout.Buddy buddy -> "pages of %d bytes in powers of two".formatted(buddy.page());
      case BlockLayout.Pools pools -> "pools of equal elements, free ones " + pools.element();
      case BlockLayout.Offsets offsets -> "blocks of " + offsets.block() + " linked by offsets";
      case BlockLayout.Levels levels ->
          "free blocks of %d-byte pages by powers of two".formatted(levels.page());
      case BlockLayout.Counts counts -> counts.parts().size() + " counters of what pages are for";
      case BlockLayout.Slabs slabs -> "objects of " + slabs.caches().walking().of();
    };
  }

  public AllocatorLayout layout() {
    return layout;
  }

  /// The allocator's blocks, or those of each of its pools.
  ///
  /// @throws TornException where the guest never stopped allocating for long enough, or its figures
  ///   never agreed
  /// @throws IOException where the heap cannot be read, or is another allocator's
  public List<Blocks> read(Snapshot.Source source) throws IOException {
    claim(source);
    var bound = new Bound(source.nanos(), MOST_NANOS);
    Optional<Object> before = figures.isPresent() ? Optional.of(stamp(source)) : Optional.empty();
    var uneven = "";
    for (int tries = 1; ; tries++) {
      bound.again();
      Optional<List<Blocks>> found = Optional.empty();
      try {
        found = Optional.of(fitting(walk.walk(source.memory(), bound)));
      } catch (UnevenException | BrokenException | MemoryException e) {
        // A change under way looks like this and is gone the next time; damage stays.
        uneven = String.valueOf(e.getMessage());
      }
      Optional<Object> after =
          figures.isPresent() ? Optional.of(stamp(source)) : found.map(Object.class::cast);
      if (found.isPresent() && (walk.each() || after.equals(before))) {
        return found.get();
      }
      if (tries == TRIES || bound.over()) {
        throw uneven.isEmpty()
            ? new TornException("the blocks of " + layout.name(), tries)
            : TornException.because(layout.name() + ": " + uneven, tries);
      }
      before = after;
    }
  }

  /// No blocks are larger than what they lie in, whatever the guest's figures say.
  private static List<Blocks> fitting(List<Blocks> walked) throws UnevenException {
    for (var blocks : walked) {
      if (blocks.cut().isEmpty() && !blocks.fit()) {
        throw new UnevenException(blocks.name() + " has more in its blocks than it owns");
      }
    }
    return walked;
  }

  private Object stamp(Snapshot.Source source) throws IOException {
    return source.memory().read(figures.orElseThrow().address, figures.orElseThrow().size);
  }

  private void claim(Snapshot.Source source) throws IOException {
    for (var claim : claims) {
      var found = claim.found.read(source.memory());
      if (found != claim.value && !claim.why.isEmpty()) {
        throw new IOException(layout.name() + ": " + claim.why);
      }
      if (found != claim.value) {
        throw new IOException(
            "%s: %s is 0x%x where 0x%x was expected: not set up yet, or another allocator"
                .formatted(layout.name(), claim.path, found, claim.value));
      }
    }
  }

  /// The stretches that it manages, as they are now.
  ///
  /// @throws IOException where they cannot be read
  public List<Range> ranges(Snapshot.Source source) throws IOException {
    claim(source);
    return walk.ranges(source.memory(), new Bound(source.nanos(), MOST_NANOS));
  }
}
