// SPDX-License-Identifier: Apache-2.0
package trilobite.model.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class BacktraceTest {

  @Test
  void readsAsGdbPrintsIt() {
    var argument = new Backtrace.Local("queue", "struct wait_queue *", "0x1bb420", true);
    var second = new Backtrace.Local("ns", "uint64_t", "5", true);
    var local = new Backtrace.Local("flags", "uint64_t", "2", false);
    var trace =
        new Backtrace(
            OptionalLong.of(2),
            "tcpip",
            List.of(
                new Backtrace.Frame(
                    0, 0x104a09, "wait_on", "sync.c", 28, false, List.of(argument, second, local)),
                new Backtrace.Frame(1, 0x104b00, "inner", "a.c", 7, true, List.of()),
                new Backtrace.Frame(10, 0x104c00, "outer", "", 0, false, List.of()),
                new Backtrace.Frame(11, 0, "", "", 0, false, List.of())),
            Optional.empty(),
            Optional.empty());
    assertThat(trace.text())
        .isEqualTo(
            """
            #0  wait_on (queue=0x1bb420, ns=5) at sync.c:28
            #1  inner () at a.c:7
            #10 0x0000000000104c00 in outer ()
            #11 0x0000000000000000 in ?? ()""");
  }
}
