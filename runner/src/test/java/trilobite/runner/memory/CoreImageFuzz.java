// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import trilobite.runner.live.VcpuState;

/// Any file as the core of a guest: it is refused in a sentence, or its memory is no more than the
/// file and each piece of it can be read.
public final class CoreImageFuzz {

  private static final Path FILE = file();

  private CoreImageFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Files.write(FILE, data);
    CoreImage core;
    try {
      core = CoreImage.read(FILE);
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    assertThat(core.size()).isBetween(1L, (long) data.length);
    assertThat(VcpuState.parse(core.registers())).isNotNull();
    try (var ram = GuestRam.of(core)) {
      long pages = RamFile.PAGE * (core.size() / RamFile.PAGE + ram.extents().size());
      assertThat(ram.touched()).isBetween(0L, pages);
      for (var extent : ram.extents()) {
        assertThat(ram.holds(extent.address(), 1)).isTrue();
        assertThat(ram.read(extent.end() - 1, 1).limit()).isEqualTo(1);
        ram.touched(extent.address());
      }
      for (var stretch : ram.touchedFrom(0, 100)) {
        assertThat(stretch.length()).isPositive();
        assertThat(ram.read(stretch.address(), 1).limit()).isEqualTo(1);
        assertThat(ram.read(stretch.end() - 1, 1).limit()).isEqualTo(1);
      }
      walk(core, ram);
    }
  }

  private static void walk(CoreImage core, GuestRam ram) {
    try {
      assertThat(PageMap.of(ram, Paging.of(core.registers())).stretches()).isNotNull();
    } catch (IOException | IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static Path file() {
    try {
      var file = Files.createTempFile(Path.of("/dev/shm"), "tri-fuzz", ".core");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
