// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.dump;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import trilobite.model.expression.ExpressionException;
import trilobite.model.inspect.Bytes;
import trilobite.model.inspect.Bytes.Piece;
import trilobite.model.inspect.Problem;
import trilobite.model.inspect.Question;
import trilobite.runner.expression.Prints;
import trilobite.runner.memory.Memory;

/// Shows bytes, page by page.
///
/// @param prints says where a place is, in the kernel's view of memory
/// @param physical the machine's memory
public record Dumps(Prints prints, Memory physical) {

  private static final int PAGE = 4096;
  private static final long MOST = 1 << 16;
  private static final long LEAST = 256;

  /// @throws IOException where nothing can be asked; a place that makes no sense is an answer
  public Bytes dump(Question.Dump asked) throws IOException {
    try {
      var spot = prints.spot(asked.place());
      long size = spot.size() > 0 ? spot.size() : LEAST;
      long length = Math.clamp(asked.length().orElse(size), 0, MOST);
      var memory = asked.physical() ? physical : prints.memory();
      var pieces = pieces(memory, spot.address(), length);
      return new Bytes(
          spot.address(),
          asked.physical(),
          asked.physical() ? Optional.empty() : prints.words().at(spot.address()),
          pieces,
          Optional.empty(),
          torn(memory, pieces));
    } catch (ExpressionException e) {
      return new Bytes(
          0,
          asked.physical(),
          Optional.empty(),
          List.of(),
          Optional.of(new Problem(e.column(), String.valueOf(e.getMessage()))),
          Optional.empty());
    }
  }

  private static List<Piece> pieces(Memory memory, long start, long length) {
    var pieces = new ArrayList<Piece>();
    for (long done = 0; done < length; ) {
      long at = start + done;
      int step = (int) Math.min(length - done, PAGE - (at & (PAGE - 1)));
      add(pieces, piece(memory, at, step));
      done += step;
    }
    return List.copyOf(pieces);
  }

  private static Piece piece(Memory memory, long at, int length) {
    try {
      if (!memory.touched(at)) {
        return new Piece(at, length, "", Optional.of("never touched by the guest"));
      }
      return new Piece(at, length, hex(memory.read(at, length)), Optional.empty());
    } catch (IOException e) {
      var why = String.valueOf(e.getMessage());
      return new Piece(
          at, length, "", Optional.of(why.replaceFirst("^nothing to read at .*?: ", "")));
    }
  }

  private static String hex(ByteBuffer bytes) {
    return HexFormat.of().formatHex(bytes.array(), bytes.arrayOffset(), bytes.limit());
  }

  /// Pages of one kind, side by side, are one piece.
  private static void add(List<Piece> pieces, Piece next) {
    if (!pieces.isEmpty() && pieces.getLast().why().equals(next.why())) {
      var last = pieces.removeLast();
      pieces.add(
          new Piece(
              last.address(),
              last.length() + next.length(),
              last.bytes() + next.bytes(),
              last.why()));
    } else {
      pieces.add(next);
    }
  }

  /// What changed since the pieces were read.
  private static Optional<String> torn(Memory memory, List<Piece> pieces) {
    for (var piece : pieces) {
      if (piece.why().isEmpty()) {
        var now = pieces(memory, piece.address(), piece.length()).getFirst().bytes();
        int at = mismatch(now, piece.bytes());
        if (at >= 0) {
          return Optional.of("0x%x changed while it was read".formatted(piece.address() + at / 2));
        }
      }
    }
    return Optional.empty();
  }

  private static int mismatch(String a, String b) {
    for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return i;
      }
    }
    return a.length() == b.length() ? -1 : Math.min(a.length(), b.length());
  }
}
