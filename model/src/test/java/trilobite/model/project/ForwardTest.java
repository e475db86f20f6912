// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardTest {

  @ParameterizedTest
  @CsvSource({
    "8080:80, tcp, 127.0.0.1, 8080, 80",
    "' 8080:80 ', tcp, 127.0.0.1, 8080, 80",
    "0:1, tcp, 127.0.0.1, 0, 1",
    "65535:65535, tcp, 127.0.0.1, 65535, 65535",
    "udp:53:53, udp, 127.0.0.1, 53, 53",
    "tcp:0.0.0.0:8080:80, tcp, 0.0.0.0, 8080, 80",
    "localhost:8080:80, tcp, 127.0.0.1, 8080, 80",
    "127.0.0.2:8080:80, tcp, 127.0.0.2, 8080, 80"
  })
  void readsWhatIsDeclared(String text, String proto, String host, int hostPort, int guestPort) {
    assertThat(Forward.parse(text)).contains(new Forward(proto, host, hostPort, guestPort));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "80",
        "8080:",
        ":80",
        "8080:0",
        "65536:80",
        "8080:65536",
        "123456:80",
        "-1:80",
        "sctp:1:2",
        "example.com:8080:80",
        "::1:8080:80",
        "8080:80:90:100",
        "8080 : 80",
        "８０:80"
      })
  void refusesWhatIsNone(String text) {
    assertThat(Forward.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "8080:80, 8080:80",
    "tcp:127.0.0.1:8080:80, 8080:80",
    "localhost:8080:80, 8080:80",
    "udp:8080:80, udp:127.0.0.1:8080:80",
    "0.0.0.0:8080:80, tcp:0.0.0.0:8080:80"
  })
  void itsShortestDeclarationReadsBackAsTheSame(String text, String shortest) {
    var forward = Forward.parse(text).orElseThrow();
    assertThat(forward.declaration()).isEqualTo(shortest);
    assertThat(Forward.parse(shortest)).contains(forward);
  }

  @Test
  void onlyAddressesOfThisHostAreLoopback() {
    assertThat(Forward.parse("127.3.2.1:1:1").orElseThrow().loopback()).isTrue();
    assertThat(Forward.parse("0.0.0.0:1:1").orElseThrow().loopback()).isFalse();
    assertThat(Forward.parse("12.7.0.1:1:1").orElseThrow().loopback()).isFalse();
  }
}
