// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import trilobite.model.guest.HeapRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Source;

/// The guest's allocators by their own statistics. Needs symbols, no types.
final class HeapSubject implements Subject {

  @Override
  public List<View<?>> views() {
    return List.of(Views.ALLOCATORS);
  }

  @Override
  public void open(Scene scene) throws IOException {
    var guest = scene.view();
    if (guest.heaps().isEmpty()) {
      throw scene.none("heap", guest.why());
    }
    scene.show(Views.ALLOCATORS, () -> read(guest));
  }

  static Look.Seen<HeapRow> read(GuestView guest) throws IOException {
    var rows = new ArrayList<HeapRow>();
    for (var heap : guest.heaps()) {
      rows.add(new HeapReader(heap.layout(), heap.address()).read(guest.kernel()));
    }
    var names =
        guest.heaps().stream()
            .map(heap -> heap.layout().symbol())
            .collect(Collectors.joining(", "));
    return Look.Seen.of(
        new Listing<>(List.copyOf(rows), Optional.empty()),
        Source.Kind.GUEST_MEMORY,
        names + " in " + guest.ram().place() + ", symbol from " + guest.symbolsFrom());
  }
}
