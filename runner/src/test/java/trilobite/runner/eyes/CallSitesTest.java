// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import trilobite.runner.debug.CodeLine;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;

class CallSitesTest {

  private static final CodeSymbols CODE =
      CodeSymbols.of(
          List.of(new Symbol("work", 0x100, 0x20, true), new Symbol("rest", 0x120, 0x20, true)));

  private final List<List<Long>> asked = new ArrayList<>();

  @Test
  void aCallIsLookedUpByItsLastByteAndOnlyOnce() {
    var calls =
        new CallSites(
            CODE,
            addresses -> {
              asked.add(addresses);
              return Map.of(0x11fL, new CodeLine("work", "work.c", 7));
            });
    // A call at a function's end returns to the first address of the next.
    var line = new CodeLine("work", "work.c", 7);
    assertThat(calls.of(Set.of(0x120L))).containsEntry(0x120L, line);
    assertThat(calls.of(Set.of(0x120L))).containsEntry(0x120L, line);
    assertThat(asked).containsExactly(List.of(0x11fL));
  }

  @Test
  void withoutDebugInformationTheSymbolsTellTheFunction() {
    var calls =
        new CallSites(
            CODE,
            addresses -> {
              asked.add(addresses);
              throw new IOException("no gdb");
            });
    assertThat(calls.of(Set.of(0x121L, 0x900L)))
        .containsEntry(0x121L, new CodeLine("rest", "", 0))
        .containsEntry(0x900L, new CodeLine("", "", 0));
    calls.of(Set.of(0x122L));
    assertThat(asked).as("asked once in vain").hasSize(1);
  }
}
