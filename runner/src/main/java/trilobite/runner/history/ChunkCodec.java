// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import trilobite.model.time.Sample;

/// A stretch of a series in few bytes: the count, then differences of times (whole microseconds)
/// and of the values' bits, as numbers of variable length, all deflated. Values come back bit by
/// bit the same, NaN for a gap included; times to the microsecond.
final class ChunkCodec {

  static final int MOST_SAMPLES = 1 << 16;
  private static final int MOST_BYTES = MOST_SAMPLES * 20 + 16;
  private static final double MICROS = 1000;

  private ChunkCodec() {}

  static byte[] encode(List<Sample> samples) {
    var plain = ByteBuffer.allocate(samples.size() * 20 + 16);
    number(plain, samples.size());
    var time = 0L;
    var bits = 0L;
    for (var sample : samples) {
      var nextTime = Math.round(sample.t() * MICROS);
      var nextBits = Double.doubleToRawLongBits(sample.value());
      number(plain, zigzag(nextTime - time));
      // Values that change little differ in their low bits only, and whole numbers end in zeros.
      number(plain, Long.reverse(nextBits ^ bits));
      time = nextTime;
      bits = nextBits;
    }
    return deflate(plain.flip());
  }

  static List<Sample> decode(byte[] data) throws IOException {
    var plain = inflate(data);
    try {
      var count = number(plain);
      if (count < 0 || count > MOST_SAMPLES) {
        throw new IOException("a chunk of " + count + " samples makes no sense");
      }
      var samples = new ArrayList<Sample>((int) count);
      var time = 0L;
      var bits = 0L;
      for (var i = 0; i < count; i++) {
        time += unzigzag(number(plain));
        bits ^= Long.reverse(number(plain));
        samples.add(new Sample(time / MICROS, Double.longBitsToDouble(bits)));
      }
      return samples;
    } catch (BufferUnderflowException e) {
      throw new IOException("a chunk ends too early", e);
    }
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  private static long unzigzag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }

  /// Seven bits a byte, lowest first, the eighth says that more follow.
  private static void number(ByteBuffer out, long value) {
    var rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    out.put((byte) rest);
  }

  private static long number(ByteBuffer in) {
    var value = 0L;
    for (var shift = 0; shift < 64; shift += 7) {
      var next = in.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        break;
      }
    }
    return value;
  }

  private static byte[] deflate(ByteBuffer plain) {
    try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      deflater.setInput(plain);
      deflater.finish();
      var out = new ByteArrayOutputStream();
      var piece = new byte[4096];
      while (!deflater.finished()) {
        out.write(piece, 0, deflater.deflate(piece));
      }
      return out.toByteArray();
    }
  }

  private static ByteBuffer inflate(byte[] data) throws IOException {
    try (var inflater = new Inflater(true)) {
      inflater.setInput(data);
      var out = new ByteArrayOutputStream();
      var piece = new byte[4096];
      while (!inflater.finished()) {
        var count = inflater.inflate(piece);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new IOException("a chunk is cut off");
        }
        out.write(piece, 0, count);
        if (out.size() > MOST_BYTES) {
          throw new IOException("a chunk is larger than any can be");
        }
      }
      return ByteBuffer.wrap(out.toByteArray());
    } catch (DataFormatException e) {
      throw new IOException("a chunk is damaged", e);
    }
  }
}
