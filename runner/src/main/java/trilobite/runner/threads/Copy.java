// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.runner.memory.Memory;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.TextAt;

/// A structure of the guest's and a copy of its bytes.
public record Copy(Memory memory, long address, ByteBuffer bytes) {

  public static Copy at(Memory memory, long address, int size) throws IOException {
    return new Copy(memory, address, memory.read(address, size));
  }

  public long number(NumberAt at) throws IOException {
    return at.read(memory, address, bytes);
  }

  /// The number; empty where a pointer on the way is null.
  OptionalLong reached(NumberAt at) throws IOException {
    return !at.route().direct() && at.route().from(memory, address) == 0
        ? OptionalLong.empty()
        : OptionalLong.of(number(at));
  }

  /// The number; 0 where the kernel keeps none.
  public long number(Optional<NumberAt> at) throws IOException {
    return at.isPresent() ? number(at.get()) : 0;
  }

  public String text(Optional<TextAt> at) throws IOException {
    return at.isPresent() ? at.get().read(memory, address, bytes) : "";
  }
}
