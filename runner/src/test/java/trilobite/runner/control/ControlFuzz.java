// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import trilobite.model.guest.Views;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunStatus;
import trilobite.runner.fuzz.OneWay;

/// Any bytes as the other end of `control.sock`: lines are objects or end the connection with a
/// sentence, and what a line claims to be is read or refused.
public final class ControlFuzz {

  private ControlFuzz() {}

  private interface Reading {
    Object of(JsonNode node) throws IOException;
  }

  public static void fuzzerTestOneInput(byte[] data) {
    try (var lines = new Lines(new OneWay(data))) {
      for (var next = lines.next(); next.isPresent(); next = lines.next()) {
        read(next.get());
      }
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static void read(JsonNode line) {
    attempt(node -> Wire.read(node, RunEvent.class), line);
    attempt(node -> Wire.read(node, RunStatus.class), line);
    attempt(ControlFuzz::taken, line);
    attempt(VitalsWire::latest, line);
    attempt(VitalsWire::marks, line);
    Views.all().forEach(view -> attempt(node -> EyesWire.rows(view, node), line));
    attempt(VitalsWire::samples, line);
  }

  private static Object taken(JsonNode page) throws IOException {
    var vitals = new RemoteVitals();
    vitals.take(page);
    return vitals.since();
  }

  private static void attempt(Reading reading, JsonNode node) {
    try {
      assertThat(reading.of(node)).isNotNull();
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
