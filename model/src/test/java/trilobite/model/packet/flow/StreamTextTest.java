// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.Listing;
import trilobite.model.packet.flow.StreamText.Ends;
import trilobite.model.packet.flow.StreamText.Form;
import trilobite.model.packet.flow.StreamText.Line;

class StreamTextTest {

  private static final int MANY = 1000;

  private final List<StreamPiece> pieces = new ArrayList<>();

  private void said(boolean fromGuest, byte[] bytes, long missing) {
    long number = pieces.size() + 1L;
    pieces.add(new StreamPiece(fromGuest, number, number * 10, ByteBuffer.wrap(bytes), missing));
  }

  private void guest(String words) {
    said(true, words.getBytes(StandardCharsets.UTF_8), 0);
  }

  private void peer(String words) {
    said(false, words.getBytes(StandardCharsets.UTF_8), 0);
  }

  private Listing<Line> text(Ends ends) {
    return StreamText.of(pieces, ends, Form.TEXT, MANY);
  }

  private static List<String> words(Listing<Line> listing) {
    return listing.rows().stream().map(Line::words).toList();
  }

  @Test
  void aLineThatTwoPacketsCarryIsOne() {
    peer("GET / HT");
    peer("TP/1.0\r\n\r\n");
    guest("HTTP/1.0 200 OK\r\n");
    assertThat(words(text(Ends.BOTH))).containsExactly("GET / HTTP/1.0", "", "HTTP/1.0 200 OK");
    assertThat(text(Ends.BOTH).rows().getFirst().packet()).isEqualTo(1);
    assertThat(text(Ends.BOTH).rows().get(1).packet()).isEqualTo(2);
    assertThat(text(Ends.BOTH).cut()).isEmpty();
  }

  @Test
  void aCharacterThatTwoPacketsCarryIsWhole() {
    var bytes = "é€😀\n".getBytes(StandardCharsets.UTF_8);
    for (byte octet : bytes) {
      said(true, new byte[] {octet}, 0);
    }
    assertThat(words(text(Ends.BOTH))).containsExactly("é€😀");
  }

  @Test
  void theOtherEndBeginsALine() {
    guest("220 ready");
    peer("HELO");
    guest(" again");
    assertThat(words(text(Ends.BOTH))).containsExactly("220 ready", "HELO", " again");
    assertThat(words(text(Ends.GUEST))).containsExactly("220 ready again");
    assertThat(words(text(Ends.PEER))).containsExactly("HELO");
  }

  @Test
  void whatIsMissingIsSaidWhereItIs() {
    guest("one");
    said(true, "two".getBytes(StandardCharsets.UTF_8), 1460);
    assertThat(words(text(Ends.BOTH)))
        .containsExactly("one", "… 1460 bytes are not captured …", "two");
    assertThat(text(Ends.BOTH).rows().get(1).missing()).isTrue();
    assertThat(words(StreamText.of(pieces, Ends.BOTH, Form.HEX, MANY)).getLast())
        .startsWith("000005b7  74 77 6f ");
  }

  @Test
  void hexCountsEachEndByItself() {
    peer("0123456789abcdefX");
    guest("\u0000\u001b[2J");
    peer("Y");
    assertThat(words(StreamText.of(pieces, Ends.BOTH, Form.HEX, MANY)))
        .containsExactly(
            "00000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  |0123456789abcdef|",
            "00000010  58                                                |X|",
            "00000000  00 1b 5b 32 4a                                    |..[2J|",
            "00000011  59                                                |Y|");
  }

  @Test
  void whatCannotBeSeenIsWrittenOut() {
    guest("a\u001b[2Jb\u0000\u202e\n");
    assertThat(words(text(Ends.BOTH))).containsExactly("a\\e[2Jb\\x00\\u202e");
  }

  @Test
  void aLineWithoutEndIsCutBetweenCharacters() {
    guest("é".repeat(StreamText.LONGEST));
    assertThat(words(text(Ends.BOTH)))
        .hasSize(2)
        .allMatch(line -> line.equals("é".repeat(StreamText.LONGEST / 2)));
    pieces.clear();
    var broken = new byte[3 * StreamText.LONGEST];
    Arrays.fill(broken, (byte) 0x80);
    said(true, broken, 0);
    assertThat(text(Ends.BOTH).rows()).hasSizeBetween(3, 4);
  }

  @Test
  void noMoreLinesThanAreWanted() {
    guest("a\nb\nc\nd\n");
    peer("e\n");
    var some = StreamText.of(pieces, Ends.BOTH, Form.TEXT, 3);
    assertThat(words(some)).containsExactly("a", "b", "c");
    assertThat(some.cut()).contains("only the first 3 lines are shown, 4 bytes follow");
  }
}
