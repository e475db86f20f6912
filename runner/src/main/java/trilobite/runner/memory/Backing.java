// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What keeps a guest's RAM, by offsets that a [RamLayout] gives to physical addresses. Safe from
/// any thread; reading never makes the host allocate a page.
interface Backing extends AutoCloseable {

  /// Where it is, in words that stand behind “in”.
  String place();

  /// How [#touched()] knows, in words.
  String touchedBy();

  /// Before this offset everything ends.
  long size();

  /// Bytes that the guest has touched, in whole pages.
  ///
  /// @throws IOException where that is not told
  long touched() throws IOException;

  /// False where the guest never touched the page; it reads as zeros.
  boolean hasData(long offset) throws IOException;

  /// First offset at or after this one that has data; −1 where there is none.
  long data(long offset) throws IOException;

  /// First offset at or after this one that has none.
  long hole(long offset) throws IOException;

  /// Copies bytes; the caller has bounded the length.
  void read(long offset, byte[] into, int at, int length) throws IOException;

  /// The little-endian word at an offset.
  default long word(long offset) throws IOException {
    var bytes = new byte[Long.BYTES];
    read(offset, bytes, 0, Long.BYTES);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
  }

  @Override
  void close() throws IOException;
}
