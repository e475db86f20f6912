// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.value;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import trilobite.model.type.Type;
import trilobite.model.type.Type.Array;
import trilobite.model.type.Type.Pointer;
import trilobite.model.type.Types;
import trilobite.runner.memory.Memory;

/// A text at the end of a route: an array of characters, or a pointer to some. It ends at the first
/// zero byte or at its bound, never later.
///
/// @param room most bytes
/// @param pointer true where the route leads to a pointer to the text
public record TextAt(Route route, int room, boolean pointer) {

  private static final int MOST = 256;
  private static final int PIECE = 64;

  /// @throws PathException where the type there is no text
  public static TextAt of(Types types, Route route) throws PathException {
    return switch (types.resolve(route.type())) {
      case Array(var element, var count) when types.size(element) == 1 ->
          new TextAt(route, Math.clamp(count, 1, MOST), false);
      case Pointer(var target, var size)
          when types.size(target) == 1 || types.resolve(target) instanceof Type.Nothing ->
          new TextAt(route, MOST, true);
      case Type other -> throw new PathException(Spelling.of(route.type()) + " is no text");
    };
  }

  /// The text; empty where a pointer on the way is null. Control characters are the guest's and
  /// still in it.
  public String read(Memory memory, long start) throws IOException {
    var at = route.from(memory, start);
    if (at != 0 && pointer) {
      at = memory.word(at);
    }
    return at == 0 ? "" : pointer ? pieces(memory, at) : text(memory.read(at, room), 0, room);
  }

  /// The text in the bytes of the structure where the route starts, if it lies there.
  public String read(Memory memory, long start, ByteBuffer bytes) throws IOException {
    return !pointer
            && route.direct()
            && route.offset() >= 0
            && route.offset() <= bytes.limit() - room
        ? text(bytes, (int) route.offset(), room)
        : read(memory, start);
  }

  /// Read piece by piece: what follows a short text may not be mapped.
  private static String pieces(Memory memory, long at) throws IOException {
    var piece = piece(memory, at, MOST);
    int end = end(piece, 0, piece.limit());
    // Most names lie in one piece.
    if (end < piece.limit()) {
      return text(piece, 0, end);
    }
    var text = ByteBuffer.allocate(MOST);
    while (true) {
      text.put(piece.slice(0, end));
      if (end < piece.limit() || !text.hasRemaining()) {
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
      }
      piece = piece(memory, at + text.position(), text.remaining());
      end = end(piece, 0, piece.limit());
    }
  }

  private static ByteBuffer piece(Memory memory, long at, int most) throws IOException {
    return memory.read(at, (int) Math.min(most, PIECE - Long.remainderUnsigned(at, PIECE)));
  }

  private static String text(ByteBuffer bytes, int at, int most) {
    return new String(
        bytes.array(), bytes.arrayOffset() + at, end(bytes, at, most) - at, StandardCharsets.UTF_8);
  }

  private static int end(ByteBuffer bytes, int at, int most) {
    var end = at;
    while (end < at + most && bytes.get(end) != 0) {
      end++;
    }
    return end;
  }
}
