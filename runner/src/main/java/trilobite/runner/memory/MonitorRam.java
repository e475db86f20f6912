// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Pattern;

/// Guest RAM by QEMU's human monitor, `xp /512xg ADDRESS`: about 0.3 ms a question and a page a
/// question at most. Offsets are physical addresses. Format: `monitor/misc.c`, `memory_dump` of
/// QEMU 7.2; lines `0000000000100000: 0x… 0x…`.
public final class MonitorRam implements Backing {

  private static final int PAGE = RamFile.PAGE;
  private static final int WORDS_A_LINE = 2;
  private static final Pattern WORD = Pattern.compile(" 0x([0-9a-f]{16})");
  private static final String TOO_SLOW =
      "QEMU's monitor does not tell which pages the guest has touched, and is too slow to look"
          + " through all of its memory";

  private final Monitor monitor;

  /// Executes a command of the human monitor and returns its text.
  @FunctionalInterface
  public interface Monitor {
    String human(String command) throws IOException;
  }

  MonitorRam(Monitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public String place() {
    return "memory by QEMU's monitor (xp, about 0.3 ms a look)";
  }

  @Override
  public String touchedBy() {
    return TOO_SLOW;
  }

  @Override
  public long size() {
    return Long.MAX_VALUE;
  }

  @Override
  public long touched() throws IOException {
    throw new IOException(TOO_SLOW);
  }

  @Override
  public boolean hasData(long offset) {
    return true;
  }

  @Override
  public long data(long offset) throws IOException {
    throw new IOException(TOO_SLOW);
  }

  @Override
  public long hole(long offset) throws IOException {
    throw new IOException(TOO_SLOW);
  }

  @Override
  public void read(long offset, byte[] into, int at, int length) throws IOException {
    int done = 0;
    while (done < length) {
      long from = offset + done;
      int step = (int) Math.min(length - done, PAGE - from % PAGE);
      long first = from & -Long.BYTES;
      int skip = (int) (from - first);
      var words = words(first, (skip + step + Long.BYTES - 1) / Long.BYTES);
      words.get(skip, into, at + done, step);
      done += step;
    }
  }

  private ByteBuffer words(long address, int count) throws IOException {
    var bytes = ByteBuffer.allocate(count * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    var text = monitor.human("xp /%dxg 0x%x".formatted(count, address));
    text.lines()
        .limit(count)
        .forEach(
            line -> {
              var match = WORD.matcher(line);
              for (int i = 0; i < WORDS_A_LINE && match.find() && bytes.hasRemaining(); i++) {
                bytes.putLong(Long.parseUnsignedLong(match.group(1), 16));
              }
            });
    if (bytes.hasRemaining()) {
      throw new MemoryException(address, "QEMU's monitor shows no memory there");
    }
    return bytes;
  }

  @Override
  public void close() {
    // The monitor is its owner's.
  }
}
