// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.console.GuestText;
import trilobite.model.guest.Listing;
import trilobite.model.inspect.HexRow;

/// What was said on a connection, as lines that one can read. A line belongs to one end: where the
/// other begins to speak, or bytes are missing, it is over.
public final class StreamText {

  /// Bytes of a line of text; the next line goes on with what is longer.
  static final int LONGEST = 4096;

  private final Form form;
  private final int most;
  private final List<Line> lines = new ArrayList<>();
  private final ByteArrayOutputStream words = new ByteArrayOutputStream();
  private final long[] passed = new long[2];
  private Optional<StreamPiece> begun = Optional.empty();

  private StreamText(Form form, int most) {
    this.form = form;
    this.most = most;
  }

  /// Whose words are shown.
  public enum Ends {
    BOTH,
    GUEST,
    PEER;

    /// Whether a piece is one of theirs.
    public boolean said(StreamPiece piece) {
      return this == BOTH || piece.fromGuest() == (this == GUEST);
    }
  }

  /// How bytes are written.
  public enum Form {
    /// As UTF-8, a line up to each line feed; what could not be seen is written out.
    TEXT,
    /// Sixteen bytes a line behind their offset in what that end said. A piece begins a line.
    HEX
  }

  /// One line.
  ///
  /// @param fromGuest which end said it
  /// @param missing true where it only says that bytes are not in the capture
  /// @param packet in which its first byte passed
  /// @param t when that was, in ms on the run's clock
  public record Line(boolean fromGuest, boolean missing, long packet, double t, String words) {}

  /// Writes pieces in their order.
  ///
  /// @param most lines at most; the cut says what is left out
  public static Listing<Line> of(List<StreamPiece> pieces, Ends ends, Form form, int most) {
    var text = new StreamText(form, most);
    long left = 0;
    for (var piece : pieces) {
      if (ends.said(piece)) {
        left += text.add(piece);
      }
    }
    text.end();
    return new Listing<>(
        List.copyOf(text.lines),
        left == 0
            ? Optional.empty()
            : Optional.of(
                "only the first " + most + " lines are shown, " + left + " bytes follow"));
  }

  /// @return bytes for which there is no room
  private int add(StreamPiece piece) {
    if (piece.missing() > 0 || begun.filter(b -> b.fromGuest() != piece.fromGuest()).isPresent()) {
      end();
    }
    if (piece.missing() > 0 && lines.size() < most) {
      passed[side(piece)] += piece.missing();
      lines.add(line(piece, true, "… " + piece.missing() + " bytes are not captured …"));
    }
    var bytes = new byte[piece.bytes().remaining()];
    piece.bytes().duplicate().get(bytes);
    return form == Form.TEXT ? text(piece, bytes) : hex(piece, bytes);
  }

  private int hex(StreamPiece piece, byte[] bytes) {
    for (int at = 0; at < bytes.length; at += HexRow.BYTES) {
      if (lines.size() >= most) {
        return bytes.length - at;
      }
      int end = Math.min(bytes.length, at + HexRow.BYTES);
      var row = HexRow.of(bytes, at, end);
      lines.add(line(piece, false, "%08x  %s".formatted(passed[side(piece)] + at, row)));
    }
    passed[side(piece)] += bytes.length;
    return 0;
  }

  private int text(StreamPiece piece, byte[] bytes) {
    for (int at = 0; at < bytes.length; at++) {
      if (begun.isEmpty()) {
        if (lines.size() >= most) {
          return bytes.length - at;
        }
        begun = Optional.of(piece);
      }
      if (bytes[at] == '\n') {
        end();
      } else {
        words.write(bytes[at]);
        if (words.size() >= LONGEST && !goesOn(bytes, at + 1)) {
          end();
        }
      }
    }
    return 0;
  }

  /// Whether the character before goes on here, in UTF-8; where that cannot be seen it does not.
  private boolean goesOn(byte[] bytes, int at) {
    return at < bytes.length && (bytes[at] & 0xc0) == 0x80 && words.size() < LONGEST + 3;
  }

  private void end() {
    begun.ifPresent(piece -> lines.add(line(piece, false, decoded())));
    begun = Optional.empty();
    words.reset();
  }

  private String decoded() {
    var line = words.toString(StandardCharsets.UTF_8);
    return GuestText.visible(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
  }

  private static Line line(StreamPiece piece, boolean missing, String words) {
    return new Line(piece.fromGuest(), missing, piece.number(), piece.t(), words);
  }

  private static int side(StreamPiece piece) {
    return piece.fromGuest() ? 0 : 1;
  }
}
