// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

/// Some bytes again and again, so that pointers may lead anywhere and find something, by a guest
/// that goes on changing them: with every so manieth reading one byte is another.
public final class ShiftingMemory implements Memory {

  private final byte[] bytes;
  private final int begin;
  private final int every;
  private long reads;

  /// @param begin of the memory in the bytes, and what stands before it says what changes to what
  /// @param every readings between two changes; 0 for memory that stands still
  public ShiftingMemory(byte[] bytes, int begin, int every) {
    this.bytes = bytes.clone();
    this.begin = begin;
    this.every = every;
  }

  /// How often it was read.
  public long reads() {
    return reads;
  }

  @Override
  public void read(long address, byte[] into, int offset, int length) {
    int size = bytes.length - begin;
    reads++;
    if (every > 0 && reads % every == 0) {
      long turn = reads / every;
      int at = begin + (int) Long.remainderUnsigned(turn * 0x9e3779b97f4a7c15L, size);
      bytes[at] ^= bytes[(int) (turn % bytes.length)];
    }
    for (int i = 0; i < length; i++) {
      into[offset + i] = bytes[begin + (int) Long.remainderUnsigned(address + i, size)];
    }
  }
}
