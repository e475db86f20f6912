// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.job.JobContext;
import trilobite.ui.testing.FakeConsole;

class SaveConsoleTest {

  @TempDir Path folder;

  private static final byte[] BYTES = {'a', 0, (byte) 0xff, 0x1b, '[', 'm', '\r', '\n'};

  @Test
  void theFileHoldsTheBytesAsTheyCame() throws Exception {
    var console = new FakeConsole().print(0, BYTES);
    Path file = folder.resolve("console-12.log");
    Files.writeString(file, "older");
    long written = SaveConsole.job(console, file).work().run(JobContext.unwatched());
    assertThat(written).isEqualTo(BYTES.length);
    assertThat(file).hasBinaryContent(BYTES);
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
  }

  @Test
  void whereNothingCanBeWrittenNothingIsLeft() {
    var console = new FakeConsole().print(0, BYTES);
    Path file = folder.resolve("absent").resolve("console.log");
    assertThatThrownBy(() -> SaveConsole.job(console, file).work().run(JobContext.unwatched()))
        .isInstanceOf(IOException.class);
    assertThat(folder).isEmptyDirectory();
  }
}
