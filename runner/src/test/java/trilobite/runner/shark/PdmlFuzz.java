// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.shark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import trilobite.model.packet.layer.Field;

/// Any text as tshark's answer about a packet of a hundred bytes: no field lies outside of it, and
/// what cannot be read is told.
public final class PdmlFuzz {

  private static final int SIZE = 100;

  private PdmlFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      for (var layer : new PdmlReader(SIZE).layers(new String(data, StandardCharsets.UTF_8))) {
        layer.fields().forEach(PdmlFuzz::within);
      }
    } catch (IOException e) {
      assertThat(e.getMessage()).startsWith("tshark's answer cannot be read");
    }
  }

  private static void within(Field field) {
    if (field.offset() < 0 || field.length() < 0 || field.offset() + field.length() > SIZE) {
      throw new AssertionError(field.toString());
    }
    field.parts().forEach(PdmlFuzz::within);
  }
}
