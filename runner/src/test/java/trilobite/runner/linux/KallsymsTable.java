// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.linux;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Makes tables of symbols as the kernel's build does, with tokens that are single letters or
/// pairs.
final class KallsymsTable {

  static final long BASE = 0xffff_ffff_8100_0000L;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  int digits;

  /// @param names with their kind before them
  /// @param late true for the order of Linux 6.4 and later, where offsets come last
  byte[] of(List<String> names, boolean late) {
    out.writeBytes(new byte[4096]);
    if (!late) {
      offsets(names.size(), true);
      words(BASE);
    }
    word(names.size());
    align();
    var markers = new ByteArrayOutputStream();
    int begin = out.size();
    for (int i = 0; i < names.size(); i++) {
      if (i % 256 == 0) {
        markers.writeBytes(little(4).putInt(out.size() - begin).array());
      }
      name(names.get(i));
    }
    align();
    out.writeBytes(markers.toByteArray());
    align();
    tokens();
    if (late) {
      align();
      offsets(names.size(), false);
      words(BASE);
    }
    out.writeBytes(new byte[4096]);
    return out.toByteArray();
  }

  /// Symbol i is 16 times i behind the base; before Linux 6.15 that is a negative number less one.
  private void offsets(int count, boolean signed) {
    for (int i = 0; i < count; i++) {
      word(signed ? -1 - i * 16 : i * 16);
    }
    align();
  }

  private void name(String name) {
    var bytes = name.getBytes(StandardCharsets.US_ASCII);
    if (bytes.length > 127) {
      out.write((bytes.length & 0x7f) | 0x80);
      out.write(bytes.length >> 7);
    } else {
      out.write(bytes.length);
    }
    for (byte each : bytes) {
      // Tokens from 0x80 on are a letter twice.
      out.write(each == '!' ? 0x80 + 'e' : each);
    }
  }

  private void tokens() {
    int begin = out.size();
    var index = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 256; i++) {
      index.putShort((short) (out.size() - begin));
      if (i == '0') {
        digits = out.size();
      }
      int letter = Math.max(1, i & 0x7f);
      out.write(letter);
      if (i >= 0x80) {
        out.write(letter);
      }
      out.write(0);
    }
    align();
    out.writeBytes(index.array());
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void word(int word) {
    out.writeBytes(little(4).putInt(word).array());
  }

  private void words(long word) {
    out.writeBytes(little(8).putLong(word).array());
  }

  private void align() {
    while (out.size() % 8 != 0) {
      out.write(0);
    }
  }
}
