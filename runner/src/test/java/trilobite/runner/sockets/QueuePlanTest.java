// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.runner.sockets.TinyStack.U32;
import static trilobite.runner.sockets.TinyStack.U64;
import static trilobite.runner.sockets.TinyStack.at;
import static trilobite.runner.sockets.TinyStack.to;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trilobite.model.type.Type;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.Profiles;
import trilobite.runner.profile.SyncLayout;
import trilobite.runner.value.RouteParser;

/// Mailboxes and those who wait, by the shipped profile of Unikraft on a layout of our own.
class QueuePlanTest {

  private static final long BOX = 0x2000;
  private static final long RING = 0x2100;
  private static final long ENTRY = 0x3000;

  private final TinyStack stack = new TinyStack();
  private final Profile unikraft =
      Profiles.load(Path.of("/nowhere")).named("unikraft").orElseThrow();

  @BeforeEach
  void makeMailbox() {
    stack
        .struct("uk_thread", 8, at(0, "flags", U32))
        .struct("list", 16, at(8, "stqh_first", to("uk_waitq_entry")))
        .struct("uk_waitq", 24, at(8, "wait_list", new Type.Ref("struct list")))
        .struct("link", 8, at(0, "stqe_next", to("uk_waitq_entry")))
        .struct(
            "uk_waitq_entry",
            32,
            at(8, "thread", to("uk_thread")),
            at(16, "thread_list", new Type.Ref("struct link")))
        .struct("uk_semaphore", 32, at(8, "wait", new Type.Ref("struct uk_waitq")))
        .struct(
            "uk_mbox",
            80,
            at(0, "len", U64),
            at(8, "readsem", new Type.Ref("struct uk_semaphore")),
            at(40, "readpos", U64),
            at(48, "writepos", U64))
        .struct("box", 16, at(8, "mbox", to("uk_mbox")));
    stack.ram.words(BOX + 8, RING).words(RING, 257).words(RING + 40, 255, 2);
  }

  private SyncPlan.Mailbox mailbox() throws Exception {
    var program = stack.program();
    var box = RouteParser.compile(program.types(), program.type("struct box"), "");
    return new SyncPlan(program, unikraft.sync().orElseThrow()).mailbox(box);
  }

  private QueuePlan queue() {
    return QueuePlan.of(stack.program(), unikraft.sync().flatMap(SyncLayout::queue).orElseThrow())
        .orElseThrow();
  }

  private void entry(long at, long thread, long next) {
    stack.ram.words(at + 8, thread, next);
  }

  @Test
  void aRingWithASparePlaceIsCountedRoundItsEnd() throws Exception {
    var box = mailbox();
    assertThat(box.waiting(stack.ram, BOX)).hasValue(4);
    assertThat(box.room(stack.ram, BOX)).hasValue(256);
    stack.ram.words(BOX + 8, 0);
    assertThat(box.waiting(stack.ram, BOX)).isEmpty();
  }

  @Test
  void whoWaitsIsReadFromTheListThatHangsThere() throws Exception {
    long queue = mailbox().waiters().orElseThrow().from(stack.ram, BOX);
    assertThat(queue).isEqualTo(RING + 16);
    assertThat(queue().threads(stack.ram, queue)).isEmpty();
    stack.ram.words(queue + 16, ENTRY);
    entry(ENTRY, 0x5000, ENTRY + 0x100);
    entry(ENTRY + 0x100, 0x6000, 0);
    assertThat(queue().threads(stack.ram, queue)).containsExactly(0x5000L, 0x6000L);
  }

  @Test
  void aListThatLoopsOrLeavesMemoryEnds() throws Exception {
    long queue = RING + 16;
    stack.ram.words(queue + 16, ENTRY);
    entry(ENTRY, 0x5000, ENTRY);
    assertThat(queue().threads(stack.ram, queue)).hasSizeLessThan(100).contains(0x5000L);
    entry(ENTRY, 0x5000, 0x7fff_0000_0000L);
    assertThat(queue().threads(stack.ram, queue)).containsExactly(0x5000L);
  }

  @Test
  void aBuildWithoutSuchListsHasNone() {
    assertThat(
            QueuePlan.of(
                new TinyStack().program(),
                unikraft.sync().flatMap(SyncLayout::queue).orElseThrow()))
        .isEqualTo(Optional.empty());
  }
}
