// SPDX-License-Identifier: Apache-2.0
package trilobite.model.inspect;

import java.util.List;
import java.util.Optional;

/// Values as people read them: one line where that is enough, else a member a line. Texts of the
/// guest's are not escaped here.
public final class ValueText {

  private static final int LINE = 88;
  private static final String INDENT = "  ";

  private ValueText() {}

  /// The value without its type, on one line or several.
  public static String of(Value value) {
    return text(value, "");
  }

  private static String text(Value value, String indent) {
    var line = line(value);
    return indent.length() + line.length() <= LINE ? line : lines(value, indent);
  }

  private static String line(Value value) {
    return switch (value) {
      case Value.Whole whole -> whole(whole);
      case Value.Real(var type, var number) -> Double.toString(number);
      case Value.Pointer pointer -> pointer(pointer);
      case Value.Opaque(var type, var hex) -> "0x" + hex;
      case Value.Absent(var type, var why) -> "<" + why + ">";
      case Value.Composite composite -> {
        var text = new StringBuilder("{");
        for (var part : composite.parts()) {
          text.append(text.length() == 1 ? "" : ", ").append(name(part)).append(line(part.value()));
          if (text.length() > LINE) {
            break;
          }
        }
        yield text + cut(composite.cut(), ", ") + "}";
      }
      case Value.Sequence sequence -> {
        if (sequence.text().isPresent()) {
          yield quoted(sequence.text().get()) + cut(sequence.cut(), " ");
        }
        var text = new StringBuilder("[");
        for (var run : runs(sequence.elements())) {
          text.append(text.length() == 1 ? "" : ", ").append(line(run.value)).append(run.words());
          if (text.length() > LINE) {
            break;
          }
        }
        yield text + cut(sequence.cut(), ", ") + "]";
      }
    };
  }

  private static String lines(Value value, String indent) {
    var inside = indent + INDENT;
    return switch (value) {
      case Value.Composite composite -> {
        var text = new StringBuilder("{\n");
        for (var part : composite.parts()) {
          text.append(inside).append(name(part)).append(text(part.value(), inside)).append('\n');
        }
        yield text + cutLine(composite.cut(), inside) + indent + "}";
      }
      case Value.Sequence sequence when sequence.text().isEmpty() -> {
        var text = new StringBuilder("[\n");
        for (var run : runs(sequence.elements())) {
          text.append(inside).append(text(run.value, inside)).append(run.words()).append('\n');
        }
        yield text + cutLine(sequence.cut(), inside) + indent + "]";
      }
      case Value other -> line(other);
    };
  }

  private static String name(Value.Part part) {
    return part.name().isEmpty() ? "" : part.name() + " = ";
  }

  private static String cut(Optional<String> cut, String before) {
    return cut.map(why -> before + "… " + why).orElse("");
  }

  private static String cutLine(Optional<String> cut, String indent) {
    return cut.map(why -> indent + "… " + why + "\n").orElse("");
  }

  private static String whole(Value.Whole whole) {
    var number =
        whole.unsigned() ? Long.toUnsignedString(whole.bits()) : Long.toString(whole.bits());
    var named = whole.name().map(name -> name + " (" + number + ")").orElse(number);
    boolean small = whole.bits() >= 0 && whole.bits() < 10;
    return small || whole.name().isPresent() ? named : named + " (" + hex(whole) + ")";
  }

  /// The number in as many hexadecimal digits as its type has.
  static String hex(Value.Whole whole) {
    int left = Long.SIZE - Math.clamp(whole.size(), 1, Long.BYTES) * Byte.SIZE;
    return "0x" + Long.toHexString(whole.bits() << left >>> left);
  }

  private static String pointer(Value.Pointer pointer) {
    return "0x"
        + Long.toHexString(pointer.address())
        + pointer.target().map(target -> " <" + target + ">").orElse("")
        + pointer.text().map(text -> " " + quoted(text)).orElse("");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private record Run(Value value, int count) {
    String words() {
      return count == 1 ? "" : " × " + count;
    }
  }

  /// Equal elements side by side are one run.
  private static List<Run> runs(List<Value> elements) {
    var runs = new java.util.ArrayList<Run>();
    for (var element : elements) {
      if (!runs.isEmpty() && runs.getLast().value.equals(element)) {
        runs.set(runs.size() - 1, new Run(element, runs.getLast().count + 1));
      } else {
        runs.add(new Run(element, 1));
      }
    }
    return runs;
  }
}
