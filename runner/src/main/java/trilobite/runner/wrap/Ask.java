// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.wrap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import trilobite.runner.guests.WrappedGuests.Line;

/// What a launcher asks: who it is, and which line it is to start.
///
/// @param name of the answer's pipe: the process that becomes QEMU
record Ask(String name, Line line) {

  private static final long MOST = 4L << 20;

  /// Reads a question and takes it away.
  ///
  /// @throws IOException where it is none, or cannot be answered; fit for people
  static Ask take(Path file) throws IOException {
    try {
      if (Files.size(file) > MOST) {
        throw new IOException("the line is too long");
      }
      var words = List.of(text(Files.readAllBytes(file)).split("\0", -1));
      if (words.size() < 3) {
        throw new IOException("the question is cut");
      }
      var line =
          new Line(words.getFirst(), Path.of(words.get(1)), words.subList(2, words.size() - 1));
      return new Ask(name(file), line);
    } catch (java.nio.file.InvalidPathException e) {
      throw new IOException("the folder's name is not understood", e);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  static String name(Path file) {
    var name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  long pid() {
    return Long.parseLong(name);
  }

  /// Words that are no text would not come out as they went in.
  private static String text(byte[] bytes) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("the line holds bytes that are no text", e);
    }
  }
}
