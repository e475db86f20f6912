// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.project.Forward;

class FreePortsTest {

  private static Forward forward(String proto, String host, int port) {
    return new Forward(proto, host, port, 80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "::"})
  void somebodyWhoListensIsSeen(String address) throws IOException {
    try (var held = new ServerSocket(0, 1, InetAddress.getByName(address))) {
      int port = held.getLocalPort();

      assertThat(FreePorts.nobodyOn(forward("tcp", "127.0.0.1", port))).isFalse();
      assertThat(FreePorts.nobodyOn(forward("tcp", "0.0.0.0", port))).isFalse();
    }
  }

  @Test
  void lookingDoesNotStandInTheWayOfWhoTakesThePort() throws IOException {
    int port;
    try (var held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = held.getLocalPort();
    }
    assertThat(FreePorts.nobodyOn(forward("tcp", "127.0.0.1", port))).isTrue();
    try (var taker = new ServerSocket()) {
      taker.setReuseAddress(true);
      taker.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      assertThat(taker.isBound()).isTrue();
    }
  }

  @Test
  void whatCannotBeToldIsNotCalledFree() {
    assertThat(FreePorts.nobodyOn(forward("udp", "127.0.0.1", 40_001))).isFalse();
    assertThat(FreePorts.nobodyOn(forward("tcp", "no.such.host.invalid", 40_001))).isFalse();
    assertThat(FreePorts.nobodyOn(forward("tcp", "127.0.0.1", 70_000))).isFalse();
  }
}
