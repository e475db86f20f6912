// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.memory.Memory;

/// The kernel's view of memory where its profile says that RAM is mapped one to one: an address in
/// RAM is a physical one, and only what lies elsewhere, such as stacks, goes through page tables.
record IdentityMemory(GuestRam ram, Memory walked) implements Memory {

  @Override
  public boolean touched(long address) throws IOException {
    return ram.holds(address, 1) ? ram.touched(address) : walked.touched(address);
  }

  @Override
  public long word(long address) throws IOException {
    return ram.holds(address, Long.BYTES) ? ram.word(address) : walked.word(address);
  }

  @Override
  public void read(long address, byte[] into, int offset, int length) throws IOException {
    if (ram.holds(address, length)) {
      ram.read(address, into, offset, length);
    } else {
      walked.read(address, into, offset, length);
    }
  }
}
