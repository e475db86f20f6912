// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;

/// Tells whether two ELF files hold the same program, where no build-id tells: the bytes that both
/// load at one physical address. An image that was wrapped or stripped keeps those.
public final class SameCode {

  private static final int BLOCK = 4096;
  private static final int MOST_BLOCKS = 64;
  private static final int LEAST = 64;

  /// A kernel's build may write a table into the image after linking; code of another build is
  /// shifted, so that most of it differs.
  private static final int ONE_IN = 16;

  private SameCode() {}

  /// False also where one of them cannot be read.
  public static boolean in(Path one, Path other) {
    try (var first = new FileBytes(one);
        var second = new FileBytes(other)) {
      return in(first, ElfReader.read(first), second, ElfReader.read(second));
    } catch (IOException e) {
      return false;
    }
  }

  /// The same for files that are open. Afterwards both are read as little-endian ones.
  public static boolean in(FileBytes one, Elf elf, FileBytes second, Elf twins) throws IOException {
    one.order(ByteOrder.LITTLE_ENDIAN);
    second.order(ByteOrder.LITTLE_ENDIAN);
    int same = 0;
    int other = 0;
    for (var segment : elf.segments()) {
      var twin = twin(segment, twins);
      if (segment.type() == Elf.PT_LOAD && segment.fileSize() >= LEAST && twin.isPresent()) {
        long size = Math.min(segment.fileSize(), twin.get().fileSize());
        for (int i = 0; i < MOST_BLOCKS && (long) i * BLOCK < size; i++) {
          int length = (int) Math.min(BLOCK, size - (long) i * BLOCK);
          var a = one.from(segment.offset() + (long) i * BLOCK, length);
          var b = second.from(twin.get().offset() + (long) i * BLOCK, length);
          if (a.hasRemaining() && a.equals(b)) {
            same++;
          } else {
            other++;
          }
        }
      }
    }
    return same > 0 && other <= (same + other) / ONE_IN;
  }

  private static Optional<Elf.Segment> twin(Elf.Segment segment, Elf other) {
    return other.segments().stream()
        .filter(each -> each.type() == Elf.PT_LOAD && each.physical() == segment.physical())
        .findFirst();
  }
}
