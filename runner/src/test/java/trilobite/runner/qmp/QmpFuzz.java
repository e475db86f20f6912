// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.qmp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import trilobite.runner.fuzz.OneWay;

/// Any bytes as QEMU's monitor: the client opens or says why not, and knows when it is over. A
/// reader that dies of an exception would leave every caller waiting.
public final class QmpFuzz {

  private static final byte[] GREETING = "{\"QMP\":{}}\n{\"return\":{},\"id\":1}\n".getBytes(UTF_8);

  private QmpFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws Exception {
    boolean greets = data.length > 0 && (data[0] & 1) == 1;
    var says = new byte[(greets ? GREETING.length : 0) + data.length];
    System.arraycopy(GREETING, 0, says, 0, greets ? GREETING.length : 0);
    System.arraycopy(data, 0, says, says.length - data.length, data.length);
    try (var client = QmpClient.open(new OneWay(says), event -> {}, Duration.ofSeconds(2))) {
      assertThat(client.closed().get(2, TimeUnit.SECONDS)).isNotBlank();
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("did not answer");
    }
  }
}
