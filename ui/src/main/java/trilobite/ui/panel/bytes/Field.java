// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import trilobite.model.inspect.Printed;
import trilobite.model.inspect.Value;
import trilobite.model.inspect.ValueText;

/// A member of the thing that lies at the shown place. Pure.
///
/// @param depth how many structures it lies in
/// @param size bytes; 0 where that is not known
/// @param target where it points at, of a pointer
record Field(
    int depth,
    String name,
    String type,
    String value,
    long address,
    long size,
    OptionalLong target) {

  private static final int MOST = 2_000;

  /// The members of a value, those of structures inside after the structure; the value itself where
  /// it has none.
  static List<Field> of(Printed printed) {
    var fields = new ArrayList<Field>();
    if (printed.address().isPresent() && printed.value().isPresent()) {
      var value = printed.value().get();
      if (value instanceof Value.Composite composite) {
        members(composite, printed.address().getAsLong(), 0, fields);
      } else {
        add(
            new Value.Part(printed.expression(), value, 0, 0),
            printed.address().getAsLong(),
            0,
            fields);
      }
    }
    return List.copyOf(fields);
  }

  private static void members(Value.Composite of, long start, int depth, List<Field> into) {
    for (var part : of.parts()) {
      if (into.size() < MOST) {
        add(part, start, depth, into);
      }
    }
  }

  private static void add(Value.Part part, long start, int depth, List<Field> into) {
    var at = start + part.offset();
    var value = part.value();
    var inner = value instanceof Value.Composite;
    into.add(
        new Field(
            depth,
            part.name(),
            value.type(),
            inner ? "" : ValueText.of(value),
            at,
            part.size(),
            value instanceof Value.Pointer pointer
                ? OptionalLong.of(pointer.address())
                : OptionalLong.empty()));
    if (value instanceof Value.Composite composite) {
      members(composite, at, depth + 1, into);
    }
  }

  boolean holds(long place) {
    return Long.compareUnsigned(place - address, Math.max(1, size)) < 0;
  }
}
