// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.run.RunEvent;
import trilobite.model.run.Verdict;

final class TextRunPrinterTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private void end(Verdict verdict, String why) {
    var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    var folder = Path.of("/");
    new TextRunPrinter(
            new Env(() -> null, stream, stream, false, folder, folder, (_, _, _, _) -> 0))
        .run(new RunEvent.Ended(verdict, why, Optional.empty()));
  }

  @Test
  void theEndHasItsReasonWhereThereIsOne() {
    end(Verdict.STOPPED, "");
    end(Verdict.KILLED, "QEMU was killed by signal 9.");
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("end      stopped", "end      killed: QEMU was killed by signal 9.");
  }
}
