// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;

/// A guest's memory by virtual address, through its own page tables or, where the OS profile says
/// that RAM is mapped one to one, without them.
public final class VirtualMemory implements Memory {

  private final Memory physical;
  private final Paging paging;

  public VirtualMemory(Memory physical, Paging paging) {
    this.physical = physical;
    this.paging = paging;
  }

  @Override
  public boolean touched(long address) throws IOException {
    return physical.touched(PageWalk.find(physical, paging, address).physical());
  }

  /// Where an address lies in the machine's memory.
  public long physical(long address) throws IOException {
    return PageWalk.find(physical, paging, address).physical();
  }

  /// All that the page tables map.
  public PageMap map() throws IOException {
    return PageMap.of(physical, paging);
  }

  @Override
  public long word(long address) throws IOException {
    var spot = PageWalk.find(physical, paging, address);
    return spot.left() >= Long.BYTES ? physical.word(spot.physical()) : Memory.super.word(address);
  }

  @Override
  public void read(long address, byte[] into, int offset, int length) throws IOException {
    var done = 0;
    while (done < length) {
      var spot = PageWalk.find(physical, paging, address + done);
      var step = (int) Math.min(length - done, spot.left());
      physical.read(spot.physical(), into, offset + done, step);
      done += step;
    }
  }
}
