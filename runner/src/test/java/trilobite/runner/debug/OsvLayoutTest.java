// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.debug;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.ThreadRow;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.kernel.Program;
import trilobite.runner.memory.FakeRam;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.Profiles;
import trilobite.runner.sockets.StackPlan;
import trilobite.runner.threads.ThreadPlan;
import trilobite.runner.threads.ThreadTable;
import trilobite.runner.value.PathException;
import trilobite.runner.walk.Snapshot;

/// The shipped profiles of OSv on the layout that gdb told of its commit 0e34e4dc, built with GCC
/// 12.2: a container of the C++ library's, base classes, and paths through smart pointers.
class OsvLayoutTest {

  private static final long MAP = 0x1000;
  private static final long THREAD = 0x4000;
  private static final long OTHER = 0xa000;
  private static final long STACK = 0x10000;
  private static final long CPU = 0xcc38;
  private static final String SWITCH = "_ZN5sched6thread9switch_toEv";
  private static final String JOIN = "_ZN5sched6thread4joinEv";

  private final FakeRam ram = new FakeRam(0x1000, 0x11000);
  private final Profiles profiles = Profiles.load(Path.of("/nowhere"));

  private static Symbol variable(String name, long at) {
    return new Symbol(name, at, 64, true);
  }

  private static Program program() throws IOException {
    try (var text = OsvLayoutTest.class.getResourceAsStream("/layouts/osv.json")) {
      var types = TypesJson.read(new String(text.readAllBytes(), UTF_8));
      var variables =
          Stream.of(
                  variable("sched::thread_map", MAP),
                  variable("tcbinfo", 0x1100),
                  variable("udbinfo", 0x1200))
              .collect(Collectors.toMap(Symbol::name, symbol -> symbol));
      var code =
          CodeSymbols.of(
              List.of(
                  new Symbol(SWITCH, 0x400100, 0x100, true),
                  new Symbol(JOIN, 0x400200, 0x100, true)));
      return Program.of(
          new SymbolTable(Path.of("loader.elf"), Optional.empty(), Map.copyOf(variables), 0, code),
          types);
    }
  }

  private Profile profile(String name) {
    return profiles.named(name).orElseThrow();
  }

  /// A node of the hash map is its successor, a number and a pointer.
  private void thread(long node, long next, long at, int id, String name, int status) {
    long state = at + 0x5800;
    ram.words(node, next, id, at);
    ram.words(at + 88, STACK + 0xe00, STACK + 0xf00, 0x400123);
    ram.words(at + 168, state, STACK, 0x1000).text(at + 209, name).ints(at + 20720, id);
    ram.words(at + 20864, 7).words(at + 20888, 1_500_000L);
    ram.words(state, at, 0).ints(state + 20, status);
  }

  @Test
  void threadsAreTheNodesOfAHashMap() throws IOException, PathException {
    ram.words(MAP + 16, 0x1300);
    thread(0x1300, 0x1340, THREAD, 24, "/hello", 3);
    thread(0x1340, 0, OTHER, 26, "waiter", 1);
    ram.words(STACK + 0xf00, 0, 0x400210);
    var profile = profile("osv");
    var plan = ThreadPlan.of(program(), profile, profile.threads().orElseThrow());
    var rows = new ThreadTable(plan, new Snapshot.Source(ram, () -> 0), () -> false).read().rows();
    assertThat(rows).extracting(ThreadRow::name).containsExactly("/hello", "waiter");
    assertThat(rows).extracting(ThreadRow::state).containsExactly("waiting", "prestarted");
    var row = rows.getFirst();
    assertThat(row.id()).isEqualTo(24);
    assertThat(row.runTime()).hasValue(1_500_000L);
    assertThat(row.stackUsed()).hasValue(0x200);
    // The scheduler's own frame is passed over, and the name is written as its source has it.
    assertThat(row.top()).hasValue("sched::thread::join");
  }

  @Test
  void whoRunsIsGivenTheTimeSinceItGotTheCpu() throws IOException, PathException {
    ram.words(MAP + 16, 0x1300);
    thread(0x1300, 0, THREAD, 24, "/hello", 5);
    ram.words(THREAD + 0x5800 + 8, CPU).words(CPU + 14_280, 70_000_000L);
    var now = new AtomicLong();
    var profile = profile("osv");
    var plan = ThreadPlan.of(program(), profile, profile.threads().orElseThrow());
    var table = new ThreadTable(plan, new Snapshot.Source(ram, now::get), () -> false);
    assertThat(table.read().rows().getFirst().runTime()).hasValue(1_500_000L);
    now.addAndGet(2_000_000);
    assertThat(table.read().rows().getFirst().runTime()).hasValue(3_500_000L);
  }

  @Test
  void socketsAreFoundThroughCasts() throws IOException, PathException {
    var profile = profile("osv-inet");
    var plan = StackPlan.of(program(), profile, profile.stack().orElseThrow());
    assertThat(plan.start()).contains("tcbinfo", "udbinfo");
  }
}
