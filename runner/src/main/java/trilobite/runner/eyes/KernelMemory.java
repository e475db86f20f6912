// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.Optional;
import trilobite.runner.memory.Memory;
import trilobite.runner.memory.MemoryException;
import trilobite.runner.memory.Paging;
import trilobite.runner.memory.VirtualMemory;

/// The kernel's view of memory, through the page tables that a vCPU uses. Which ones those are
/// costs a question to QEMU (about 0.5 ms), so the answer is kept until an address is not found in
/// them.
final class KernelMemory implements Memory {

  private final Memory physical;
  private final Registers registers;
  private volatile Optional<VirtualMemory> kept = Optional.empty();

  /// Asks for the text of `info registers`.
  @FunctionalInterface
  interface Registers {
    String text() throws IOException;
  }

  KernelMemory(Memory physical, Registers registers) {
    this.physical = physical;
    this.registers = registers;
  }

  @Override
  public void read(long address, byte[] into, int offset, int length) throws IOException {
    var held = kept;
    if (held.isPresent()) {
      try {
        held.get().read(address, into, offset, length);
        return;
      } catch (MemoryException e) {
        kept = Optional.empty();
      }
    }
    var fresh = ask();
    fresh.read(address, into, offset, length);
    kept = Optional.of(fresh);
  }

  private VirtualMemory ask() throws IOException {
    try {
      return new VirtualMemory(physical, Paging.of(registers.text()));
    } catch (IllegalArgumentException e) {
      throw new IOException("the guest's page tables are not known: " + e.getMessage(), e);
    }
  }
}
