// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import trilobite.runner.memory.Memory;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.TextAt;

/// A structure of the guest's and a copy of its bytes.
record Copy(Memory memory, long address, ByteBuffer bytes) {

  static Copy at(Memory memory, long address, int size) throws IOException {
    return new Copy(memory, address, memory.read(address, size));
  }

  long number(NumberAt at) throws IOException {
    return at.read(memory, address, bytes);
  }

  /// The number; 0 where the kernel keeps none.
  long number(Optional<NumberAt> at) throws IOException {
    return at.isPresent() ? number(at.get()) : 0;
  }

  String text(Optional<TextAt> at) throws IOException {
    return at.isPresent() ? at.get().read(memory, address, bytes) : "";
  }
}
