// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import trilobite.runner.memory.FakeRam;
import trilobite.runner.memory.MemoryException;

/// Each container shape on a few bytes laid out as its kernel or library lays them out.
class ShapesOnBytesTest {

  private static final long HEAD = 0x1000;

  private final FakeRam ram = new FakeRam(0x1000, 0x9000);

  private long[] walk(Shape shape) throws IOException {
    return walk(100).through(shape, HEAD);
  }

  private Walk walk(int most) {
    return new Walk(ram, new Walk.Bounds(most, Long.MAX_VALUE / 2), () -> 0);
  }

  @Test
  void aSinglyLinkedListEndsInNull() throws IOException {
    ram.words(HEAD, 0x2000).words(0x2010, 0x3000).words(0x3010, 0x2800).words(0x2810, 0);
    assertThat(walk(new Chain(0, 0x10))).containsExactly(0x2000, 0x3000, 0x2800);
  }

  @Test
  void aTailQueueIsAChainWhoseHeadHasItsFirstElement() throws IOException {
    // struct { first, last }; element { …, { next, prev-next } at 0x20 }
    ram.words(HEAD, 0x2000, 0x3020).words(0x2020, 0x3000, HEAD).words(0x3020, 0, 0x2020);
    assertThat(walk(new Chain(0, 0x20))).containsExactly(0x2000, 0x3000);
  }

  @Test
  void aRingGoesThroughItsHead() throws IOException {
    ram.words(HEAD, 0x2008, 0x3008).words(0x2008, 0x3008, HEAD).words(0x3008, HEAD, 0x2008);
    assertThat(walk(new Ring(8, 0, 8))).containsExactly(0x2000, 0x3000);
    assertThat(walk(new Ring(8, 0, -1))).containsExactly(0x2000, 0x3000);
  }

  @Test
  void anEmptyRingIsItsHead() throws IOException {
    ram.words(HEAD, HEAD, HEAD);
    assertThat(walk(new Ring(8, 0, 8))).isEmpty();
  }

  @Test
  void aRingWhoseDirectionsDisagreeIsSeenChanging() {
    ram.words(HEAD, 0x2008, 0x3008).words(0x2008, 0x3008, HEAD).words(0x3008, HEAD, 0x4444);
    assertThatThrownBy(() -> walk(new Ring(8, 0, 8)))
        .isInstanceOf(BrokenException.class)
        .hasMessageContaining("disagree at 0x3008");
  }

  @Test
  void aRowHasElementsOrPointersToSome() throws IOException {
    ram.words(HEAD, 0x2000, 0, 0x3000);
    assertThat(walk(new Row(8, 3, false))).containsExactly(HEAD, HEAD + 8, HEAD + 16);
    assertThat(walk(new Row(8, 3, true))).containsExactly(0x2000, 0x3000);
  }

  @Test
  void aVectorEndsByCountOrByPointer() throws IOException {
    ram.words(HEAD, 0x2000, 0x2030).ints(HEAD + 16, 2);
    assertThat(walk(new Vector(0, 16, 4, 24, false))).containsExactly(0x2000, 0x2018);
    assertThat(walk(new Vector(0, 8, 0, 24, false))).containsExactly(0x2000, 0x2018);
  }

  @Test
  void aRedBlackTreeIsWalkedSmallestFirst() throws IOException {
    // Linux's rb_node: parent and colour, right, left; in elements at 0x10.
    ram.words(HEAD, 0x2010);
    ram.words(0x2010, 1, 0x4010, 0x3010).words(0x3010, 0x2010, 0, 0).words(0x4010, 0x2011, 0, 0);
    assertThat(walk(new BinaryTree(0, 0x10, 16, 8, 0))).containsExactly(0x3000, 0x2000, 0x4000);
  }

  @Test
  void aTreeWithColoursInItsPointersIsWalkedWithoutThem() throws IOException {
    ram.words(HEAD, 0x2001).words(0x2000, 0x3001, 0x4000).words(0x3000, 0, 1).words(0x4000, 1, 0);
    assertThat(walk(new BinaryTree(0, 0, 0, 8, 1))).containsExactly(0x3000, 0x2000, 0x4000);
  }

  @Test
  void aTreeThatLeadsBackToItselfEnds() {
    ram.words(HEAD, 0x2000).words(0x2000, 0x3000, 0).words(0x3000, 0x2000, 0);
    assertThatThrownBy(() -> walk(new BinaryTree(0, 0, 0, 8, 0)))
        .isInstanceOf(BrokenException.class)
        .hasMessageContaining("back to itself");
  }

  @Test
  void rustsBTreeMapIsWalkedInOrder() throws IOException {
    // LeafNode: values[11] of 8 bytes at 0, length at 0x60; InternalNode: edges[12] at 0x68.
    // Two leaves below one inner node: 10 | 20 | 30.
    ram.words(HEAD, 0x2000, 1);
    ram.words(0x2000, 20).shorts(0x2060, 1).words(0x2068, 0x3000, 0x4000);
    ram.words(0x3000, 10).shorts(0x3060, 1).words(0x4000, 30, 40).shorts(0x4060, 2);
    var tree = new BTree(0, 8, 0x60, 0, 8, 0x68, 11);
    assertThat(walk(tree)).containsExactly(0x3000, 0x2000, 0x4000, 0x4008);
    ram.shorts(0x4060, 12);
    assertThatThrownBy(() -> walk(tree)).hasMessageContaining("more values than fit");
    ram.words(HEAD, 0x2000, 1000);
    assertThatThrownBy(() -> walk(tree)).hasMessageContaining("height");
  }

  @Test
  void smartPointersAreFollowedToTheirValue() throws IOException {
    // Arc: a pointer to { strong, weak, value }.
    ram.words(HEAD, 0x2000, 0, 0x3000);
    var arcs = new Through(new Row(8, 3, false), List.of(0L, 16L));
    assertThat(walk(arcs)).containsExactly(0x2010, 0x3010);
  }

  @Test
  void whatSeveralContainersHaveCountsOnce() throws IOException {
    ram.words(HEAD, 0x2000, 0x3000, 0x2000).words(0x3000, 0x4000).words(0x4000, 0);
    var joined =
        new Joined(
            List.of(new Joined.Part(0, new Row(8, 3, true)), new Joined.Part(8, new Chain(0, 0))));
    assertThat(walk(joined)).containsExactly(0x2000, 0x3000, 0x4000);
  }

  @Test
  void aHashTableHasAChainInEachBucket() throws IOException {
    ram.words(HEAD + 8, 0x2000, 0, 0x3000).words(0x2000, 0x4000).words(0x3000, 0).words(0x4000, 0);
    assertThat(walk(new Buckets(8, 8, 3, new Chain(0, 0)))).containsExactly(0x2000, 0x4000, 0x3000);
  }

  @Test
  void perCpuContainersLieAtEachCpusOffset() throws IOException {
    ram.words(0x8000, 0, 0x100).words(HEAD, 0x2000).words(HEAD + 0x100, 0x3000);
    assertThat(walk(new PerCpu(0x8000, 2, new Chain(0, 0)))).containsExactly(0x2000, 0x3000);
  }

  @Test
  void aListThatLoopsOrLeavesMemoryEnds() {
    ram.words(HEAD, 0x2000).words(0x2000, 0x3000).words(0x3000, 0x2000);
    assertThatThrownBy(() -> walk(new Chain(0, 0))).isInstanceOf(BrokenException.class);
    ram.words(0x3000, 0x7fff_ffff_0000L);
    assertThatThrownBy(() -> walk(new Chain(0, 0))).isInstanceOf(MemoryException.class);
  }

  @Test
  void everyBoundIsSaid() throws IOException {
    ram.words(HEAD, 0x2000).words(0x2000, 0x3000).words(0x3000, 0x4000);
    var few = walk(2);
    assertThat(few.through(new Chain(0, 0), HEAD)).containsExactly(0x2000, 0x3000);
    assertThat(few.cut()).hasValue("stopped after 2 elements");
    var empty = walk(4);
    ram.fill(HEAD, 0x8000, 0);
    assertThat(empty.through(new Row(8, 1L << 31, true), HEAD)).isEmpty();
    assertThat(empty.cut()).hasValue("stopped after 257 steps");
    var late = new Walk(ram, new Walk.Bounds(1 << 30, 5_000_000), slow());
    late.through(new Row(0, 1L << 31, false), HEAD);
    assertThat(late.cut()).hasValue("stopped after 5 ms");
  }

  /// A clock that goes a millisecond on each time it is asked.
  private static LongSupplier slow() {
    var now = new long[1];
    return () -> now[0] += 1_000_000;
  }

  @Test
  void nodesInsideTheirElementsEndAtNothingOrAtAnOddAddress() throws IOException {
    ram.words(0x1000, 0x2018).words(0x2018, 0x2818).words(0x2818, 0x3).words(0x1008, 0);
    assertThat(walk(new NodeChain(0, 0x18, 0))).containsExactly(0x2000, 0x2800);
    assertThat(walk(new NodeChain(8, 0x18, 0))).isEmpty();
    ram.words(0x2818, 0x2018);
    assertThatThrownBy(() -> walk(new NodeChain(0, 0x18, 0)))
        .hasMessageContaining("leads back to itself");
  }
}
