// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerTest {

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void readsToTheEndOfABodyOfKnownLength() throws IOException {
    var in = in("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1 503 No\r\n");
    assertThat(HttpAnswer.read(in)).isEqualTo(new HttpAnswer(200, true));
    assertThat(in.read()).isEqualTo('H');
  }

  @Test
  void readsChunksWithExtensionsAndTrailers() throws IOException {
    var in =
        in(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5;x=y\r\nhello\r\nA\r\n0123456789\r\n0\r\nX: y\r\n\r\nnext");
    assertThat(HttpAnswer.read(in).keep()).isTrue();
    assertThat(in.read()).isEqualTo('n');
  }

  @Test
  void knowsWhenTheConnectionIsOver() throws IOException {
    assertThat(HttpAnswer.read(in("HTTP/1.1 200 OK\r\n\r\nall the rest")).keep()).isFalse();
    assertThat(HttpAnswer.read(in("HTTP/1.0 200 OK\nContent-Length: 0\n\n")).keep()).isFalse();
    assertThat(
            HttpAnswer.read(
                in("HTTP/1.1 404 No\r\nconnection: Close\r\nContent-Length: 0\r\n\r\n")))
        .isEqualTo(new HttpAnswer(404, false));
    assertThat(HttpAnswer.read(in("HTTP/1.1 204 None\r\n\r\n")).keep()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SSH-2.0-OpenSSH\r\n",
        "HTTP/1.1 9999 no\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n",
      })
  void whatIsNoWholeAnswerIsAnError(String text) {
    assertThatThrownBy(() -> HttpAnswer.read(in(text))).isInstanceOf(IOException.class);
  }

  @Test
  void endlessLinesAndHeadersAreAnError() {
    assertThatThrownBy(() -> HttpAnswer.read(in("HTTP/1.1 200 " + "x".repeat(100_000))))
        .hasMessageContaining("long a line");
    assertThatThrownBy(() -> HttpAnswer.read(in("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(5_000))))
        .hasMessageContaining("too many headers");
  }

  @Test
  void noiseEndsInAnAnswerOrAnError() {
    var random = new Random(4);
    var refused = 0;
    for (var i = 0; i < 2_000; i++) {
      var noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      try {
        HttpAnswer.read(new ByteArrayInputStream(noise));
      } catch (IOException e) {
        refused++;
      }
    }
    assertThat(refused).isEqualTo(2_000);
  }
}
