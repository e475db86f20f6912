// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.value;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import trilobite.model.type.Type;
import trilobite.runner.memory.Memory;

/// The way from an address to a value: go `offsets` bytes on, and between two of them follow the
/// pointer that is there.
///
/// @param offsets at least one
/// @param type of the value at the end
/// @param bit of a bit field, from the last place on
/// @param bits of a bit field; 0 for whole bytes
public record Route(List<Long> offsets, Type type, int bit, int bits) {

  /// The way that goes nowhere.
  static Route here(Type type) {
    return new Route(List.of(0L), type, 0, 0);
  }

  /// Address of the value. Zero where a pointer on the way is null.
  ///
  /// @throws IOException where a pointer on the way leads nowhere
  public long from(Memory memory, long start) throws IOException {
    var at = start + offsets.getFirst();
    for (int i = 1; i < offsets.size(); i++) {
      var pointer = memory.word(at);
      if (pointer == 0) {
        return 0;
      }
      at = pointer + offsets.get(i);
    }
    return at;
  }

  /// This way, and then another one from its end.
  public Route then(Route next) {
    var all = new ArrayList<>(offsets);
    all.set(all.size() - 1, all.getLast() + next.offsets.getFirst());
    all.addAll(next.offsets.subList(1, next.offsets.size()));
    return new Route(List.copyOf(all), next.type, next.bit, next.bits);
  }

  /// True where no pointer has to be followed.
  public boolean direct() {
    return offsets.size() == 1;
  }

  /// Where the value lies, of a direct route.
  public long offset() {
    return offsets.getLast();
  }
}
