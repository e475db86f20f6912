// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.value;

import java.io.IOException;
import java.nio.ByteBuffer;
import trilobite.model.type.Type;
import trilobite.model.type.Types;
import trilobite.runner.memory.Memory;

/// A whole number, pointer, enum or truth value at the end of a route.
///
/// @param width bytes: 1, 2, 4 or 8
/// @param signed true where the highest bit is a sign
public record NumberAt(Route route, int width, boolean signed) {

  /// @throws PathException where the type there is no number
  public static NumberAt of(Types types, Route route) throws PathException {
    var width = types.size(route.type());
    var signed =
        switch (types.resolve(route.type())) {
          case Type.Int number -> !number.unsigned();
          case Type.Enumeration all -> all.constants().stream().anyMatch(c -> c.value() < 0);
          case Type.Bool ignored -> false;
          case Type.Pointer ignored -> false;
          case Type other -> throw new PathException(Spelling.of(route.type()) + " is no number");
        };
    if (width != 1 && width != 2 && width != 4 && width != 8) {
      throw new PathException("a number of " + width + " bytes is not read");
    }
    return new NumberAt(route, (int) width, signed);
  }

  /// The number; 0 where a pointer on the way is null.
  public long read(Memory memory, long start) throws IOException {
    var at = route.from(memory, start);
    return at == 0 ? 0 : in(memory.read(at, width), 0);
  }

  /// The number in the bytes of the structure where the route starts, without another reading where
  /// that is possible.
  public long read(Memory memory, long start, ByteBuffer bytes) throws IOException {
    return route.direct() && route.offset() >= 0 && route.offset() <= bytes.limit() - width
        ? in(bytes, (int) route.offset())
        : read(memory, start);
  }

  private long in(ByteBuffer bytes, int at) {
    var raw =
        switch (width) {
          case 1 -> bytes.get(at);
          case 2 -> bytes.getShort(at);
          case 4 -> bytes.getInt(at);
          default -> bytes.getLong(at);
        };
    var size = route.bits() == 0 ? width * Byte.SIZE : Math.min(route.bits(), Long.SIZE);
    var left = Long.SIZE - size - route.bit();
    if (left < 0) {
      return 0;
    }
    return signed ? raw << left >> (Long.SIZE - size) : raw << left >>> (Long.SIZE - size);
  }
}
