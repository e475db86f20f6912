// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.bytes;

import java.util.List;
import java.util.OptionalLong;
import trilobite.model.guest.Eyes;
import trilobite.model.inspect.Bytes;
import trilobite.model.inspect.Question;
import trilobite.model.inspect.Value;
import trilobite.model.reading.Measured;

/// What the bytes panel asks of a guest. Off the JavaFX thread: types that were never asked for
/// take gdb a second.
final class Asking {

  private Asking() {}

  /// Bytes and the fields that lie there.
  record Shot(
      String place, boolean arriving, long top, Measured<Bytes> bytes, List<Field> fields) {}

  /// What is to be read next.
  ///
  /// @param arriving true until bytes of the place have come: it has no window yet
  record Wanted(String place, boolean arriving, long top, long length) {
    static final Wanted NOTHING = new Wanted("", false, 0, 0);

    Shot ask(Eyes eyes) {
      return arriving ? arrive(eyes, place, length) : refresh(eyes, place, top, length);
    }
  }

  /// Bytes at a place that was typed, and what lies there by its type.
  private static Shot arrive(Eyes eyes, String place, long length) {
    var bytes = eyes.ask(new Question.Dump(place, OptionalLong.of(length), false));
    return new Shot(place, true, 0, bytes, fields(eyes, place, bytes));
  }

  /// The window anew.
  private static Shot refresh(Eyes eyes, String place, long top, long length) {
    var window = "0x" + Long.toHexString(top);
    var bytes = eyes.ask(new Question.Dump(window, OptionalLong.of(length), false));
    return new Shot(place, false, top, bytes, fields(eyes, place, bytes));
  }

  private static List<Field> fields(Eyes eyes, String place, Measured<Bytes> bytes) {
    if (bytes.value().isEmpty() || bytes.value().get().problem().isPresent()) {
      return List.of();
    }
    var printed = eyes.ask(new Question.Print(place)).value();
    if (printed.isEmpty()) {
      return List.of();
    }
    if (printed.get().value().filter(Value.Pointer.class::isInstance).isPresent()) {
      return eyes.ask(new Question.Print("*(" + place + ")"))
          .value()
          .map(Field::of)
          .orElse(List.of());
    }
    return Field.of(printed.get());
  }
}
