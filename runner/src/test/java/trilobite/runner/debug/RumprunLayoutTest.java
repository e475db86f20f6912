// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.debug;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.kernel.Program;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.Profiles;
import trilobite.runner.sockets.StackPlan;
import trilobite.runner.threads.ThreadPlan;
import trilobite.runner.value.PathException;

/// The shipped profiles of Rumprun on the layout that gdb told of its commit b04d422, built with
/// GCC 12.2. Its objcopy renames symbols, so that variables have lost their types.
class RumprunLayoutTest {

  private final Profiles profiles = Profiles.load(Path.of("/nowhere"));

  private static Program program() throws IOException {
    try (var text = RumprunLayoutTest.class.getResourceAsStream("/layouts/rumprun.json")) {
      var types = TypesJson.read(new String(text.readAllBytes(), UTF_8));
      var variables =
          Stream.of("threadq", "rumpns_tcbtable", "rumpns_udbtable", "rumpns_other")
              .collect(Collectors.toMap(name -> name, name -> new Symbol(name, 0x1000, 64, true)));
      return Program.of(
          new SymbolTable(
              Path.of("hello.bin"), Optional.empty(), variables, 0, CodeSymbols.of(List.of())),
          types);
    }
  }

  private Profile profile(String name) {
    return profiles.named(name).orElseThrow();
  }

  @Test
  void socketsAreFoundInVariablesWithoutTypes() throws IOException, PathException {
    var inet = profile("rumprun-inet");
    assertThat(StackPlan.of(program(), inet, inet.stack().orElseThrow()).start())
        .contains("rumpns_tcbtable", "rumpns_udbtable");
    assertThat(program().spot("rumpns_other as struct inpcb.inp_lport").address())
        .isEqualTo(0x1000);
    assertThatThrownBy(() -> program().spot("rumpns_other.inp_lport"))
        .hasMessageContaining("nothing of the variable rumpns_other");
    assertThatThrownBy(() -> program().spot("rumpns_other as struct nothing.x"))
        .hasMessageContaining("nothing of the variable rumpns_other");
  }

  @Test
  void threadsHaveNamesStatesAndRegisters() throws IOException, PathException {
    var kernel = profile("rumprun");
    assertThat(ThreadPlan.of(program(), kernel, kernel.threads().orElseThrow()).start())
        .contains("threadq");
  }
}
