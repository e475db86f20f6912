// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.List;
import trilobite.model.reading.Measured;

/// The guest as tables, read from outside. One implementation looks at a live guest; others may
/// look at a core file or an evidence bundle. Calls may take milliseconds and never pause the
/// guest.
public interface Eyes {

  /// Statistics of the guest's heap allocators, by the OS profile.
  Measured<List<HeapRow>> heap();

  /// Its threads, in the kernel's order. The list is one that existed during the reading, and so is
  /// each row; rows may be microseconds apart.
  default Measured<Listing<ThreadRow>> threads() {
    return Measured.unknown("threads cannot be read here");
  }
}
