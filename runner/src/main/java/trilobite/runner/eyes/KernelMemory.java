// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongSupplier;
import trilobite.runner.memory.Memory;
import trilobite.runner.memory.MemoryException;
import trilobite.runner.memory.PageMap;
import trilobite.runner.memory.Paging;
import trilobite.runner.memory.VirtualMemory;

/// The kernel's view of memory, through the page tables that a vCPU uses. Which ones those are
/// costs a question to QEMU (about 0.5 ms), so the answer is kept until an address is not found in
/// them.
final class KernelMemory implements Memory {

  private final Memory physical;
  private final Registers registers;
  private final LongSupplier nanos;
  private final long quiet;
  private volatile long askedAt;
  private volatile Optional<Paging> boot = Optional.empty();
  private volatile Optional<VirtualMemory> kept = Optional.empty();

  /// Asks for the text of `info registers`.
  @FunctionalInterface
  interface Registers {
    String text() throws IOException;
  }

  /// @param nanos the monotonic clock
  /// @param quiet nanoseconds between two questions at least: a guest full of wild addresses must
  ///   not make us ask for each
  KernelMemory(Memory physical, Registers registers, LongSupplier nanos, long quiet) {
    this.physical = physical;
    this.registers = registers;
    this.nanos = nanos;
    this.quiet = quiet;
  }

  @Override
  public void read(long address, byte[] into, int offset, int length) throws IOException {
    with(
        tables -> {
          tables.read(address, into, offset, length);
          return true;
        });
  }

  @Override
  public long word(long address) throws IOException {
    return with(tables -> tables.word(address));
  }

  @Override
  public boolean touched(long address) throws IOException {
    return with(tables -> tables.touched(address));
  }

  /// All that the page tables of the moment map.
  PageMap map() throws IOException {
    return with(VirtualMemory::map);
  }

  /// Something that is done with page tables.
  @FunctionalInterface
  private interface Act<T> {
    T with(VirtualMemory tables) throws IOException;
  }

  private <T> T with(Act<T> act) throws IOException {
    var held = kept;
    if (held.isPresent()) {
      try {
        return act.with(held.get());
      } catch (MemoryException e) {
        if (nanos.getAsLong() - askedAt < quiet) {
          throw e;
        }
      }
    }
    var fresh = ask();
    askedAt = nanos.getAsLong();
    kept = Optional.of(fresh);
    return act.with(fresh);
  }

  /// What serves where the registers are not told.
  void boot(Paging tables) {
    boot = Optional.of(tables);
  }

  private VirtualMemory ask() throws IOException {
    try {
      return new VirtualMemory(physical, Paging.of(registers.text()));
    } catch (IOException | IllegalArgumentException e) {
      if (boot.isPresent()) {
        return new VirtualMemory(physical, boot.get());
      }
      throw new IOException("the guest's page tables are not known: " + e.getMessage(), e);
    }
  }
}
