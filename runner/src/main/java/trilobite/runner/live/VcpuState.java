// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Where a vCPU stands, by QEMU's monitor.
///
/// @param position virtual address of the next instruction
/// @param interrupts true while it takes them
/// @param halted true while it waits for one
public record VcpuState(long position, boolean interrupts, boolean halted) {

  /// In `info registers -a`, once per vCPU: position, flags, and whether it is halted.
  private static final Pattern VCPU =
      Pattern.compile(
          "(?:RIP|EIP)=([0-9a-f]{1,16}) (?:RFL|EFL)=([0-9a-f]{1,16}).*?HLT=([01])", Pattern.DOTALL);

  private static final int HEX = 16;
  private static final long INTERRUPT_FLAG = 1 << 9;

  /// What `info registers -a` says, in the order of the vCPUs.
  public static List<VcpuState> parse(String registers) {
    var vcpus = new ArrayList<VcpuState>();
    var match = VCPU.matcher(registers);
    while (match.find()) {
      vcpus.add(
          new VcpuState(
              Long.parseUnsignedLong(match.group(1), HEX),
              (Long.parseUnsignedLong(match.group(2), HEX) & INTERRUPT_FLAG) != 0,
              match.group(3).equals("1")));
    }
    return vcpus;
  }
}
