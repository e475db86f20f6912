// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.debug;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.ThreadRow;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.kernel.Program;
import trilobite.runner.kernel.WantedTypes;
import trilobite.runner.memory.FakeRam;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.Profiles;
import trilobite.runner.sockets.StackPlan;
import trilobite.runner.threads.ThreadPlan;
import trilobite.runner.threads.ThreadTable;
import trilobite.runner.value.PathException;
import trilobite.runner.walk.Snapshot;

/// The shipped profile of Hermit on the layout that gdb told of its 0.13.2, built by rustc 1.96.0,
/// cut to the members that the profile goes through: Rust's vectors, lists and counted pointers.
class HermitLayoutTest {

  private static final String INPUTS = "hermit::scheduler::SCHEDULER_INPUTS";
  private static final String NIC = "hermit::executor::network::NIC";
  private static final long CORE = 0x3000;
  private static final long SCHEDULER = 0x4000;

  private final FakeRam ram = new FakeRam(0x1000, 0x9000);
  private final Profile profile = Profiles.load(Path.of("/nowhere")).named("hermit").orElseThrow();

  private static Program program() throws IOException {
    try (var text = HermitLayoutTest.class.getResourceAsStream("/layouts/hermit.json")) {
      var symbols =
          Map.of(
              INPUTS, new Symbol(INPUTS, 0x1000, 32, true), NIC, new Symbol(NIC, 0x1800, 40, true));
      return Program.of(
          new SymbolTable(
              Path.of("hello"), Optional.empty(), symbols, 0, CodeSymbols.of(List.of())),
          TypesJson.read(new String(text.readAllBytes(), UTF_8)));
    }
  }

  /// A task behind its two counters and its cell.
  private void task(long counted, int id, int status) {
    ram.ints(counted + 256 + 104, id, 0).bytes(counted + 256 + 112, new byte[] {(byte) status});
  }

  private List<ThreadRow> rows() throws IOException, PathException {
    var plan = ThreadPlan.of(program(), profile, profile.threads().orElseThrow());
    return new ThreadTable(plan, new Snapshot.Source(ram, () -> 0), () -> false).read().rows();
  }

  @BeforeEach
  void oneCore() {
    // A vector of pointers into the cores' records, not to their begin.
    ram.words(0x1008, 1, 0x2000, 1).words(0x2000, CORE + 552).words(CORE + 528, SCHEDULER);
    ram.words(SCHEDULER + 72, 0x5000, 0x6000);
    task(0x5000, 1, 2);
    task(0x6000, 0, 5);
  }

  @Test
  void tasksAreFoundInEachPlaceWhereASchedulerKeepsThem() throws IOException, PathException {
    ram.words(SCHEDULER + 96 + 2 * 24, 0x2100).words(0x2100, 0x7000, 0);
    ram.words(SCHEDULER + 16, 0x2200).words(0x2200, 0, 0, 0x8000, 0);
    task(0x7000, 7, 1);
    task(0x8000, 3, 3);
    assertThat(rows()).extracting(ThreadRow::id).containsExactly(1L, 0L, 7L, 3L);
    assertThat(rows())
        .extracting(ThreadRow::state)
        .containsExactly("running", "idle", "ready", "blocked");
  }

  @Test
  void anIdleTaskThatIsTheCurrentOneCountsOnce() throws IOException, PathException {
    ram.words(SCHEDULER + 72, 0x6000, 0x6000);
    assertThat(rows()).extracting(ThreadRow::id).containsExactly(0L);
  }

  @Test
  void socketsAreFoundThroughBoxesAndVariants() throws IOException, PathException {
    var inet = Profiles.load(Path.of("/nowhere")).named("hermit-inet").orElseThrow();
    var plan = StackPlan.of(program(), inet, inet.stack().orElseThrow());
    assertThat(plan.start()).contains(NIC);
  }

  @Test
  void allThatTheProfileGoesThroughIsAskedFor() {
    assertThat(WantedTypes.of(profile).types())
        .contains(
            "hermit::arch::x86_64::kernel::core_local::CoreLocal",
            "alloc::collections::linked_list::Node<hermit::scheduler::task::BlockedTask>");
    assertThat(WantedTypes.of(profile).symbols()).contains(INPUTS);
  }
}
