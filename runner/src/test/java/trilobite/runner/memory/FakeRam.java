// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A few pages of memory that a test writes into; elsewhere is nothing.
public final class FakeRam implements Memory {

  private final long start;
  private final ByteBuffer bytes;
  private Runnable before = () -> {};

  public FakeRam(long start, int size) {
    this.start = start;
    this.bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// What the guest does before each reading.
  public void meanwhile(Runnable guest) {
    before = guest;
  }

  public FakeRam words(long address, long... words) {
    for (int i = 0; i < words.length; i++) {
      bytes.putLong((int) (address - start) + i * Long.BYTES, words[i]);
    }
    return this;
  }

  public FakeRam ints(long address, int... ints) {
    for (int i = 0; i < ints.length; i++) {
      bytes.putInt((int) (address - start) + i * Integer.BYTES, ints[i]);
    }
    return this;
  }

  public FakeRam shorts(long address, int... shorts) {
    for (int i = 0; i < shorts.length; i++) {
      bytes.putShort((int) (address - start) + i * Short.BYTES, (short) shorts[i]);
    }
    return this;
  }

  public FakeRam text(long address, String text) {
    bytes.put((int) (address - start), text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public FakeRam bytes(long address, byte[] all) {
    bytes.put((int) (address - start), all);
    return this;
  }

  public FakeRam fill(long address, int length, int value) {
    Arrays.fill(
        bytes.array(), (int) (address - start), (int) (address - start) + length, (byte) value);
    return this;
  }

  @Override
  public void read(long address, byte[] into, int offset, int length) throws MemoryException {
    before.run();
    if (address < start || address - start > bytes.limit() - length) {
      throw new MemoryException(address, "outside of the test's RAM");
    }
    bytes.get((int) (address - start), into, offset, length);
  }
}
