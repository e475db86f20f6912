// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.machine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The tiny guest that proves an accelerator: it says a word on the serial line and leaves through
/// the exit device. A guest that says it has run.
final class ProbeGuest {

  static final String WORD = "trilobite-probe";

  /// Where the guest finds the exit device.
  static final int EXIT_PORT = 0xf4;

  private ProbeGuest() {}

  static byte[] image() {
    var code = new ByteArrayOutputStream();
    // mov dx,0x3f8
    write(code, 0x66, 0xba, 0xf8, 0x03);
    for (byte letter : (WORD + "\n").getBytes(StandardCharsets.US_ASCII)) {
      // mov al,letter; out dx,al: short enough for the line's buffer, so it need not be polled
      write(code, 0xb0, letter, 0xee);
    }
    // mov al,0; out 0xf4,al; then halt, should there be no such device
    write(code, 0xb0, 0x00, 0xe6, EXIT_PORT, 0xfa, 0xf4, 0xeb, 0xfd);
    return PvhImage.of(code.toByteArray());
  }

  private static void write(ByteArrayOutputStream code, int... bytes) {
    for (int b : bytes) {
      code.write(b);
    }
  }
}
