// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.bytes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import trilobite.model.inspect.Bytes;

/// Where the bytes panel is, where it was, what it shows and what is chosen in it. Pure.
final class BytesModel {

  /// Bytes of a row.
  static final int ROW = 16;

  private static final int MOST_PLACES = 200;

  private final List<String> places = new ArrayList<>();
  private int place = -1;
  private long top;
  private long cursor;
  private long anchor;
  private int rows = 16;
  private boolean arriving;
  private Optional<Sheet> sheet = Optional.empty();
  private List<Field> fields = List.of();

  /// Goes to a place, an expression of C; what was ahead of the present one is forgotten.
  void go(String expression) {
    if (place >= 0 && places.get(place).equals(expression)) {
      arriving = true;
      return;
    }
    places.subList(place + 1, places.size()).clear();
    places.add(expression);
    if (places.size() > MOST_PLACES) {
      places.removeFirst();
    }
    place = places.size() - 1;
    arriving = true;
  }

  boolean canGo(int step) {
    return place + step >= 0 && place + step < places.size();
  }

  void step(int step) {
    if (canGo(step)) {
      place += step;
      arriving = true;
    }
  }

  /// The place as it was typed; empty before the first.
  Optional<String> place() {
    return place < 0 ? Optional.empty() : Optional.of(places.get(place));
  }

  /// True until bytes of the newest place have come.
  boolean arriving() {
    return arriving;
  }

  /// Takes bytes of the place in that was gone to.
  ///
  /// @param found the things that lie there
  void arrive(Bytes bytes, List<Field> found) {
    arriving = false;
    top = bytes.address() & -ROW;
    cursor = bytes.address();
    anchor = cursor;
    sheet = Optional.of(new Sheet(bytes));
    fields = found;
  }

  /// The place makes no sense: nothing is shown of it.
  void lost() {
    arriving = false;
    sheet = Optional.empty();
    fields = List.of();
  }

  /// Takes a newer reading of what is shown in.
  void refresh(Bytes bytes, List<Field> found) {
    sheet = Optional.of(new Sheet(bytes));
    fields = found;
  }

  Optional<Sheet> sheet() {
    return sheet;
  }

  List<Field> fields() {
    return fields;
  }

  /// How many rows there is room for.
  void rows(int room) {
    rows = Math.clamp(room, 1, 400);
  }

  long top() {
    return top;
  }

  long bytes() {
    return (long) rows * ROW;
  }

  /// Moves the window; true where that is new.
  boolean scroll(long by) {
    var was = top;
    top += by * ROW;
    return top != was;
  }

  long cursor() {
    return cursor;
  }

  /// Moves the cursor, and the window after it.
  ///
  /// @param keep true to choose what lies between
  void move(long to, boolean keep) {
    cursor = to;
    anchor = keep ? anchor : to;
    if (Long.compareUnsigned(cursor - top, bytes()) >= 0) {
      var row = cursor & -ROW;
      top = cursor - top < 0 ? row : row - bytes() + ROW;
    }
  }

  /// First address that is chosen.
  long from() {
    return cursor - anchor < 0 ? cursor : anchor;
  }

  /// Address after the last one that is chosen.
  long to() {
    return (cursor - anchor < 0 ? anchor : cursor) + 1;
  }

  /// The innermost field that the cursor is in.
  Optional<Field> field() {
    return fields.stream()
        .filter(field -> field.holds(cursor))
        .max(Comparator.comparingInt(Field::depth));
  }

  /// Where the pointer at the cursor leads: of a field all of it, else of the eight bytes there.
  Optional<String> target() {
    var of = field().filter(field -> field.target().isPresent());
    if (of.isPresent()) {
      var target = of.get().target().getAsLong();
      // With its type, so that what it points at is shown with its own fields.
      return target == 0
          ? Optional.empty()
          : Optional.of("(%s) 0x%x".formatted(of.get().type(), target));
    }
    var word = sheet.map(each -> each.word(cursor)).filter(each -> each.isPresent());
    return word.filter(each -> each.getAsLong() != 0)
        .map(each -> "0x" + Long.toHexString(each.getAsLong()));
  }
}
