// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import trilobite.model.check.ImageFacts;

/// Says what an image is from its headers. Reads some kilobytes, whatever the file's size.
public final class ImageReader {

  /// QEMU looks for a multiboot header in so many bytes.
  private static final int HEAD = 8192;

  private ImageReader() {}

  /// Never throws: what cannot be read is a reason in the facts. May block on the disk.
  public static ImageFacts facts(Path file) {
    if (!Files.exists(file)) {
      return new ImageFacts(false, 0, "", "", false, "there is no such file", Optional.empty());
    }
    if (!Files.isRegularFile(file)) {
      return plain(0, "unknown", "", false, "this is not a file");
    }
    try (var bytes = new FileBytes(file)) {
      return facts(bytes);
    } catch (IOException e) {
      return plain(0, "unknown", "", false, "it cannot be read: " + e.getMessage());
    }
  }

  private static ImageFacts facts(FileBytes file) throws IOException {
    var size = file.size();
    if (size == 0) {
      return plain(0, "empty", "", false, "the file is empty");
    }
    var head = file.head(HEAD);
    if (ElfReader.looksLikeElf(head)) {
      return elf(file, head);
    }
    return new Headers(head).facts(size);
  }

  private static ImageFacts elf(FileBytes file, ByteBuffer head) throws IOException {
    var format = head.get(4) == 1 ? "elf32" : "elf64";
    try {
      var elf = ElfReader.read(file);
      var boot = ElfBoot.of(elf, head.order(ByteOrder.LITTLE_ENDIAN));
      return new ImageFacts(
          true, file.size(), format, elf.arch(), boot.bootable(), boot.why(), elf.buildId());
    } catch (ImageException e) {
      return plain(file.size(), format, "", false, "its ELF headers are broken: " + e.getMessage());
    }
  }

  static ImageFacts plain(long size, String format, String arch, boolean bootable, String why) {
    return new ImageFacts(true, size, format, arch, bootable, why, Optional.empty());
  }
}
