// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.type.Type;
import trilobite.model.type.Types;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.kernel.Program;
import trilobite.runner.memory.FakeRam;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.Profiles;
import trilobite.runner.value.PathException;
import trilobite.runner.walk.Snapshot;

class AllocatorsTest {

  private static final Profile LINUX =
      Profiles.load(Path.of("/nowhere")).named("linux").orElseThrow();

  private static Program program(Map<String, Type> types, Map<String, Type> variables) {
    var symbols = Map.of("vm_node_stat", new Symbol("vm_node_stat", 0x1000, 8, true));
    return Program.of(
        new SymbolTable(
            Path.of("vmlinux"), Optional.empty(), symbols, 0, CodeSymbols.of(List.of())),
        new Types(types, variables, true));
  }

  /// Linux built without debugging of its slabs.
  @Test
  void whatABuildDoesNotCountIsSaidBesideWhatItDoes() throws Exception {
    var counter =
        new Type.Struct(
            8, false, List.of(new Type.Member("counter", 0, 0, new Type.Int("long", 8, false))));
    var program =
        program(
            Map.of(
                "enum node_stat_item",
                new Type.Enumeration(4, List.of(new Type.Constant("NR_PAGETABLE", 2)))),
            Map.of("vm_node_stat", new Type.Array(counter, 0)));
    var ram = new FakeRam(0x1000, 4096).words(0x1010, 19);
    var seen = Allocators.of(LINUX, program, new Snapshot.Source(ram, () -> 0)).read();
    assertThat(seen.found())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.blocks().name()).isEqualTo("pages: page tables");
              assertThat(found.blocks().bytes()).isEqualTo(19 * 4096);
            });
    assertThat(seen.cut()).hasValueSatisfying(why -> assertThat(why).contains("CONFIG_SLUB_DEBUG"));
  }

  @Test
  void aBuildWithNoneOfThemIsAMisfit() {
    var none = program(Map.of(), Map.of());
    var source = new Snapshot.Source(new FakeRam(0x1000, 8), () -> 0);
    assertThatThrownBy(() -> Allocators.of(LINUX, none, source)).isInstanceOf(PathException.class);
  }
}
