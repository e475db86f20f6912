// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.List;
import trilobite.model.inspect.Question;
import trilobite.model.reading.Measured;

/// The guest as tables, read from outside. One implementation looks at a live guest; others may
/// look at a core file or an evidence bundle. Calls may take milliseconds and never pause the
/// guest.
public interface Eyes {

  /// The rows of a view as they are now, or why there are none. A list is one that existed during
  /// the reading, and so is each row; rows may be microseconds apart.
  <R extends Record> Measured<Listing<R>> see(View<R> view);

  /// Statistics of the guest's heap allocators, by the OS profile.
  default Measured<List<HeapRow>> heap() {
    return see(Views.ALLOCATORS).map(Listing::rows);
  }

  /// Its threads, in the kernel's order.
  default Measured<Listing<ThreadRow>> threads() {
    return see(Views.THREADS);
  }

  /// The answer to a single question, or why there is none. May take as long as gdb does for a type
  /// that was never asked for.
  default <A> Measured<A> ask(Question<A> question) {
    return Measured.unknown("nothing can be asked here");
  }
}
