// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.debug;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.guest.ThreadRow;
import trilobite.model.time.HostClock;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.kernel.Program;
import trilobite.runner.kernel.WantedTypes;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.Profiles;
import trilobite.runner.threads.ThreadPlan;
import trilobite.runner.threads.ThreadTable;
import trilobite.runner.walk.Snapshot;

/// The schema of profiles is not C's alone: tasks behind `Arc`s in a `BTreeMap`, recorded from a
/// program of rustc's.
class RustTasksTest {

  private static final String NODE =
      "alloc::collections::btree::node::%sNode<u32, alloc::sync::Arc<tasks::Task,"
          + " alloc::alloc::Global>>";
  private static final String PROFILE =
      """
      schema = 1
      name = "rusty"
      [detect]
      symbols = ["tasks::TASKS"]
      [container.tasks]
      start = "tasks::TASKS"
      shape = "through"
      of = "tasks::Task"
      path = "ptr.pointer.data"
      [container.tasks.each]
      shape = "b-tree"
      of = "alloc::sync::Arc<tasks::Task, alloc::alloc::Global>"
      root = "root.Some.__0.node.pointer"
      height = "root.Some.__0.height"
      leaf = "%s"
      inner = "%s"
      [threads]
      in = "tasks"
      id = "id"
      name = "name"
      [threads.state]
      path = "status"
      names = { 0 = "ready", 1 = "running", 2 = "blocked" }
      running = ["running"]
      """
          .formatted(NODE.formatted("Leaf"), NODE.formatted("Internal"));

  @TempDir Path folder;

  private static JsonNode recorded() throws IOException {
    try (InputStream bytes = RustTasksTest.class.getResourceAsStream("/rust/tasks.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(bytes, "the recording"));
    }
  }

  private Profile profile() throws IOException {
    var own = Files.createDirectories(folder.resolve("profiles/rusty"));
    Files.writeString(own.resolve("profile.toml"), PROFILE);
    return Profiles.load(folder).named("rusty").orElseThrow();
  }

  private static SymbolTable symbols(long address) {
    return new SymbolTable(
        Path.of("tasks"),
        Optional.empty(),
        Map.of("tasks::TASKS", new Symbol("tasks::TASKS", address, 24, true)),
        0,
        CodeSymbols.of(List.of()));
  }

  /// Only what was recorded can be read.
  private static Memory memory(JsonNode pieces) {
    var bytes = new HashMap<Long, byte[]>();
    for (var piece : pieces.properties()) {
      bytes.put(Long.decode(piece.getKey()), HexFormat.of().parseHex(piece.getValue().asText()));
    }
    return (address, into, offset, length) -> {
      for (var piece : bytes.entrySet()) {
        long at = address - piece.getKey();
        if (at >= 0 && at + length <= piece.getValue().length) {
          System.arraycopy(piece.getValue(), (int) at, into, offset, length);
          return;
        }
      }
      throw new IOException("not recorded: 0x" + Long.toHexString(address));
    };
  }

  @Test
  void aProfileListsTasksBehindArcsInABTreeMap() throws Exception {
    var recorded = recorded();
    var profile = profile();
    assertThat(WantedTypes.of(profile).types()).contains(NODE.formatted("Leaf"), "tasks::Task");
    var program =
        Program.of(
            symbols(recorded.get("address").asLong()),
            TypesJson.read(recorded.get("types").toString()));
    var plan = ThreadPlan.of(program, profile, profile.threads().orElseThrow());
    var table =
        new ThreadTable(
            plan,
            new Snapshot.Source(memory(recorded.get("memory")), HostClock::nanos),
            () -> true);
    var rows = table.read();
    assertThat(rows.cut()).isEmpty();
    assertThat(rows.rows().stream().map(ThreadRow::id))
        .isEqualTo(LongStream.range(0, 40).boxed().toList());
    assertThat(rows.rows()).allMatch(row -> row.name().equals("task-" + row.id()));
    assertThat(rows.rows().get(7).state()).isEqualTo("running");
    assertThat(rows.rows().get(14).state()).isEqualTo("blocked");
  }
}
