// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.ThreadRow;
import trilobite.model.type.Type;
import trilobite.model.type.Type.Array;
import trilobite.model.type.Type.Int;
import trilobite.model.type.Type.Member;
import trilobite.model.type.Type.Pointer;
import trilobite.model.type.Type.Ref;
import trilobite.model.type.Type.Struct;
import trilobite.model.type.Types;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.kernel.Program;
import trilobite.runner.memory.FakeRam;
import trilobite.runner.profile.Profiles;
import trilobite.runner.value.PathException;
import trilobite.runner.walk.Snapshot;

/// The shipped profile of Nanos on structures that have its members' names, but our own layout.
class ShippedThreadsTest {

  private static final long PROCESSES = 0x1000;
  private static final long TREE = 0x1100;
  private static final long FIRST = 0x2000;
  private static final long SECOND = 0x3000;
  private static final long THIRD = 0x4000;
  private static final long CALL = 0x5000;
  private static final long QUEUE = 0x6000;
  private static final long NODE = 0x180;
  private static final Type U32 = new Int("unsigned int", 4, true);
  private static final Type U64 = new Int("unsigned long", 8, true);
  private static final Type TEXT = new Pointer(new Int("char", 1, false), 8);

  private final FakeRam ram = new FakeRam(0x1000, 0x8000);
  private ThreadTable table = new ThreadTable(nanos(), source(), () -> false);

  private Snapshot.Source source() {
    return new Snapshot.Source(ram, () -> 0);
  }

  private static Member member(String name, long at, Type type) {
    return new Member(name, at * 8, 0, type);
  }

  private static Pointer to(String type) {
    return new Pointer(new Ref(type), 8);
  }

  private static Struct struct(int size, Member... members) {
    return new Struct(size, false, List.of(members));
  }

  private static ThreadPlan nanos() {
    var context =
        struct(0x110, member("frame", 0, new Array(U64, 31)), member("active_cpu", 0x100, U32));
    var unix =
        struct(
            0x120,
            member("kc", 0, struct(0x110, member("context", 0, context))),
            member("blocked_on", 0x118, to("struct blockq")));
    var types = new HashMap<String, Type>();
    types.put("struct process", struct(16, member("threads", 8, to("struct rbtree"))));
    types.put("struct rbtree", struct(16, member("root", 0, to("struct rbnode"))));
    types.put(
        "struct rbnode",
        struct(24, member("color", 0, U64), member("c", 8, new Array(to("struct rbnode"), 2))));
    types.put("struct syscall", struct(0x120, member("uc", 0, unix)));
    types.put(
        "struct blockq",
        struct(32, member("name", 8, struct(16, member("len", 0, U64), member("ptr", 8, TEXT)))));
    types.put(
        "struct thread",
        struct(
            0x1c0,
            member("context", 0, context),
            member("name", 0x120, new Array(new Int("char", 1, false), 16)),
            member("syscall", 0x130, to("struct syscall")),
            member("tid", 0x138, U32),
            member("utime", 0x140, U64),
            member("stime", 0x148, U64),
            member("n", NODE, new Ref("struct rbnode"))));
    var variables = Map.<String, Type>of("processes", new Array(to("struct process"), 2));
    var symbols =
        new SymbolTable(
            Path.of("nanos.elf"),
            Optional.empty(),
            Map.of("processes", new Symbol("processes", PROCESSES, 16, true)),
            0,
            CodeSymbols.of(List.of(new Symbol("handle", 0x400100, 0x100, true))));
    var profile = Profiles.load(Path.of("/nowhere")).named("nanos").orElseThrow();
    try {
      return ThreadPlan.of(
          Program.of(symbols, new Types(types, variables, true)),
          profile,
          profile.threads().orElseThrow());
    } catch (PathException e) {
      throw new AssertionError(e);
    }
  }

  private void thread(long at, int tid, String name, long less, long more) {
    ram.text(at + 0x120, name).ints(at + 0x100, -1).ints(at + 0x138, tid);
    ram.words(at + NODE, 0, less == 0 ? 0 : less + NODE, more == 0 ? 0 : more + NODE);
  }

  @BeforeEach
  void makeProcess() {
    ram.words(PROCESSES, 0, PROCESSES + 0x40)
        .words(PROCESSES + 0x48, TREE)
        .words(TREE, SECOND + NODE);
    thread(FIRST, 1, "main", 0, 0);
    thread(SECOND, 2, "worker", FIRST, THIRD);
    thread(THIRD, 3, "idler", 0, 0);
    ram.ints(CALL + 0x100, -1).words(QUEUE + 16, QUEUE + 0x100).text(QUEUE + 0x100, "sock receive");
  }

  private List<String> states() throws IOException {
    return table.read().rows().stream().map(ThreadRow::state).toList();
  }

  @Test
  void aProcessesTreeIsWalkedInOrder() throws IOException {
    assertThat(table.read().rows()).extracting(ThreadRow::id).containsExactly(1L, 2L, 3L);
    assertThat(table.read().rows()).extracting(ThreadRow::name).contains("idler", "worker");
  }

  @Test
  void whoHasACpuRunsWithOrWithoutASystemCall() throws IOException {
    assertThat(states()).containsOnly("runnable");
    ram.ints(FIRST + 0x100, 0).words(SECOND + 0x130, CALL).ints(CALL + 0x100, 1);
    assertThat(states()).containsExactly("running", "running", "runnable");
  }

  @Test
  void whoIsInASystemCallWaitsOnItsQueue() throws IOException {
    ram.words(SECOND + 0x130, CALL).words(CALL + 0x118, QUEUE);
    var row = table.read().rows().get(1);
    assertThat(row.state()).isEqualTo("blocked");
    assertThat(row.waitsFor()).hasValue("sock receive");
    ram.words(CALL + 0x118, -1);
    row = table.read().rows().get(1);
    assertThat(row.state()).isEqualTo("uninterruptible");
    assertThat(row.waitsFor()).isEmpty();
  }

  @Test
  void timesOfTwoKindsAddUpInTheirOwnUnit() throws IOException {
    ram.words(SECOND + 0x140, 1L << 32, 1L << 31);
    assertThat(table.read().rows().get(1).runTime()).hasValue(1_500_000_000L);
  }

  @Test
  void registersInTheRecordAreTheApplicationsOwn() throws IOException {
    ram.words(SECOND + 6 * 8, 0x77, 0x9000).words(SECOND + 16 * 8, 0x400123);
    var registers = new Contexts(nanos(), source()).read().get(1).registers();
    assertThat(registers).containsEntry("rsp", 0x9000L).containsEntry("rip", 0x400123L);
    assertThat(registers).containsEntry("rbp", 0x77L);
    assertThat(table.read().rows().get(1).top()).hasValue("handle");
    assertThat(Stream.of("rax", "r15").allMatch(registers::containsKey)).isTrue();
  }
}
