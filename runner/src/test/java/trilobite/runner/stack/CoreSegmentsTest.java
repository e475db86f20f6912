// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.memory.PageMap;
import trilobite.runner.memory.PageMap.Stretch;
import trilobite.runner.memory.RamLayout;
import trilobite.runner.threads.ThreadContext;

class CoreSegmentsTest {

  private static final long HEAP = 0x100000;
  private static final long STACK = 0x4000_0000_0000L;
  private static final int PAGE = 4096;

  @TempDir Path folder;

  private long first(long lowest, long top, Map<String, Long> registers) throws IOException {
    var bytes = new byte[8 * PAGE];
    Arrays.fill(bytes, (byte) 1);
    var file = Files.write(folder.resolve("ram"), bytes);
    var map =
        new PageMap(
            List.of(new Stretch(HEAP, 0, 4 * PAGE), new Stretch(STACK, 4 * PAGE, 4 * PAGE)),
            Optional.empty());
    var thread = new ThreadContext(1, "", false, 0, 0, lowest, top, registers);
    try (var ram = GuestRam.open(file, RamLayout.of("q35", bytes.length))) {
      var segments = CoreSegments.of(ram, map, List.of(thread));
      assertThat(segments).hasSize(2);
      return segments.getFirst().virtual();
    }
  }

  @Test
  void stacksComeFirstAlsoWhereOnlyTheirPointerIsKnown() throws IOException {
    assertThat(first(STACK, STACK + PAGE, Map.of())).isEqualTo(STACK);
    assertThat(first(0, 0, Map.of("rsp", STACK + 2 * PAGE))).isEqualTo(STACK);
    assertThat(first(0, 0, Map.of("rsp", STACK + 4 * PAGE))).isEqualTo(HEAP);
    assertThat(first(0, 0, Map.of())).isEqualTo(HEAP);
  }
}
