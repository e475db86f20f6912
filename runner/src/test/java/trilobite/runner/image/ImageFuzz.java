// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import trilobite.runner.identify.LocalImages;
import trilobite.runner.project.TomlProjectFormat;

/// Any file as an image: what it is can be said, and its symbols are read or refused in a sentence.
public final class ImageFuzz {

  private static final Path FILE = file();

  private static final LocalImages IMAGES =
      new LocalImages(
          Path.of("/nowhere"), Path.of("/nowhere"), Path.of("/dev/null"), new TomlProjectFormat());

  private ImageFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Files.write(FILE, data);
    var facts = ImageReader.facts(FILE);
    assertThat(facts.bytes()).isEqualTo(data.length);
    assertThat(facts.why()).isNotBlank();
    var identity = IMAGES.identify(FILE);
    assertThat(identity.why()).isNotEmpty();
    assertThat(identity.bootable() && !identity.recognised()).isFalse();
    try {
      var symbols = SymbolTable.read(FILE);
      assertThat(symbols.symbols().size()).isLessThanOrEqualTo(data.length);
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static Path file() {
    try {
      var file = Files.createTempFile(Path.of("/dev/shm"), "tri-fuzz", ".elf");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
