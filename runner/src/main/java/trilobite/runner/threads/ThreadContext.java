// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.util.Map;

/// Where a thread goes on.
///
/// @param address of the kernel's record of it
/// @param turns how often it got the CPU, where the kernel counts: unchanged, its stack is so, too
/// @param lowest address of its stack
/// @param top of its stack, exclusive; equal to `lowest` where the stack is not known
/// @param registers those that are saved; empty for a running thread
public record ThreadContext(
    long id,
    String name,
    boolean running,
    long address,
    long turns,
    long lowest,
    long top,
    Map<String, Long> registers) {

  /// True where the other shows the same thread at the same place.
  public boolean same(ThreadContext other) {
    return id == other.id
        && address == other.address
        && turns == other.turns
        && registers.equals(other.registers);
  }
}
