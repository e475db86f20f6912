// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import trilobite.runner.profile.Container;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.ThreadLayout;
import trilobite.runner.value.PathException;

/// A kernel of some bytes: a list of threads in memory that a test writes.
final class TinyKernel {

  static final long HEAD = 0x1000;
  static final int MAGIC = 0x5a5a5a5a;
  private static final Type U32 = new Int("unsigned int", 4, true);
  private static final Type U64 = new Int("unsigned long", 8, true);
  private static final Type NEXT = new Pointer(new Ref("struct thread"), 8);

  final FakeRam ram = new FakeRam(0x1000, 0x20000);

  private static Member member(String name, long at, Type type) {
    return new Member(name, at * 8, 0, type);
  }

  /// struct thread { next; magic; id; name[16]; state; sp; base; size; run; turns; waits; home;
  /// born }
  static ThreadPlan plan() throws PathException {
    return plan(new Container.Walking.Linked("struct thread", "", "next"));
  }

  /// The same with its threads in another container.
  static ThreadPlan plan(Container.Walking walking) throws PathException {
    var thread =
        new Struct(
            96,
            false,
            List.of(
                member("next", 0, NEXT),
                member("magic", 8, U32),
                member("id", 12, U32),
                member("name", 16, new Array(new Int("char", 1, false), 16)),
                member("state", 32, U64),
                member("sp", 40, U64),
                member("base", 48, U64),
                member("size", 56, U64),
                member("run", 64, U64),
                member("turns", 72, U64),
                member("waits", 80, new Pointer(new Ref("struct lock"), 8)),
                member("home", 88, U32),
                member("born", 92, U32)));
    var lock =
        new Struct(
            24,
            false,
            List.of(
                member("owner", 0, NEXT),
                member("name", 8, new Array(new Int("char", 1, false), 16))));
    var types =
        new Types(
            Map.of("struct thread", thread, "struct lock", lock), Map.of("threads", NEXT), true);
    var symbols =
        new SymbolTable(
            Path.of("tiny.elf"),
            Optional.empty(),
            Map.of("threads", new Symbol("threads", HEAD, 8, true)),
            0,
            CodeSymbols.of(
                List.of(
                    new Symbol("schedule", 0x100, 0x100, true),
                    new Symbol("worker", 0x200, 0x100, true))));
    return ThreadPlan.of(Program.of(symbols, types), profile(walking), layout());
  }

  private static Profile profile(Container.Walking walking) {
    return new Profile(
        "tiny",
        "Tiny",
        Set.of(),
        true,
        List.of(),
        List.of(),
        List.of(new Container("all", "threads", walking)),
        Optional.of(layout()),
        Optional.empty(),
        Optional.empty(),
        "test");
  }

  private static ThreadLayout layout() {
    return new ThreadLayout(
        "all",
        List.of(new ThreadLayout.Must("magic", MAGIC)),
        "id",
        "name",
        "",
        List.of("cpu", "home"),
        Optional.of(
            new ThreadLayout.State(
                "state",
                "",
                Map.of("1", "running", "2", "blocked"),
                false,
                List.of(),
                0,
                Set.of("running"),
                Set.of())),
        Optional.of(
            new ThreadLayout.Clocks(
                List.of("run"), 1_000_000_000, List.of("got", "born"), "turns")),
        Optional.of(new ThreadLayout.Stack("base", "size", "sp", 0xa5)),
        Optional.of(
            new ThreadLayout.Saved("sp", "", List.of("rbp", "rip"), 1, 0, Set.of("schedule"))),
        Optional.empty(),
        Optional.of(
            new ThreadLayout.Waits("waits", "struct lock", "", "", Map.of(), "name", "owner", "")),
        Optional.empty());
  }

  /// Writes a thread's record. Its stack is a page further on, all paint but its last words.
  long thread(int number, long next, String name) {
    var at = 0x2000 + number * 0x1000L;
    var stack = at + 0x200;
    ram.words(at, next).ints(at + 8, MAGIC, number).text(at + 16, name);
    ram.words(at + 32, 2, stack + 0x3c0, stack, 0x400, 5_000, 1);
    ram.fill(stack, 0x400, 0xa5).words(stack + 0x3c0, stack + 0x3e0, 0x150);
    ram.words(stack + 0x3e0, 0, 0x250);
    return at;
  }
}
