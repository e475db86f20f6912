// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import java.util.Optional;
import java.util.regex.Pattern;

/// Conditions on hardware addresses.
final class Hardware {

  private static final Pattern ADDRESS =
      Pattern.compile("[0-9a-fA-F]{1,2}([:-][0-9a-fA-F]{1,2}){5}");

  private Hardware() {}

  static Optional<byte[]> parse(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return Optional.empty();
    }
    var parts = text.split("[:-]", -1);
    var bytes = new byte[parts.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(parts[i], 16);
    }
    return Optional.of(bytes);
  }

  /// True where the six bytes at `at` are these.
  static boolean at(Candidate candidate, int at, byte[] address) {
    var bytes = candidate.packet.bytes();
    if (at + address.length > bytes.limit()) {
      return false;
    }
    for (int i = 0; i < address.length; i++) {
      if (bytes.get(at + i) != address[i]) {
        return false;
      }
    }
    return true;
  }

  /// True where all bytes of the destination are `value`.
  static boolean first(Candidate candidate, int value) {
    byte one = (byte) value;
    return at(candidate, 0, new byte[] {one, one, one, one, one, one});
  }

  static boolean multicast(Candidate candidate) {
    var bytes = candidate.packet.bytes();
    return bytes.limit() > 0 && (bytes.get(0) & 1) != 0;
  }
}
