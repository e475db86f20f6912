// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects a layer's fields while its header is read.
public final class LayerBuilder {

  private final Slice bytes;
  private final List<Field> fields = new ArrayList<>();
  private String name = "Data";
  private String text = "";
  private int length = -1;
  private Optional<String> trouble = Optional.empty();

  public LayerBuilder(Slice bytes) {
    this.bytes = bytes;
  }

  public void name(String protocol) {
    name = protocol;
  }

  /// The gist.
  public void text(String gist) {
    text = gist;
  }

  /// Bytes of the header; without it, all that there are.
  public void length(int header) {
    length = header;
  }

  /// What is wrong; the first thing counts.
  public void trouble(String why) {
    if (trouble.isEmpty()) {
      trouble = Optional.of(why);
    }
  }

  public void add(String field, int at, int size, String value) {
    add(field, at, size, value, List.of());
  }

  public void add(String field, int at, int size, String value, List<Field> parts) {
    fields.add(part(field, at, size, value, parts));
  }

  /// A field for a list of parts.
  public Field part(String field, int at, int size, String value) {
    return part(field, at, size, value, List.of());
  }

  public Field part(String field, int at, int size, String value, List<Field> parts) {
    return new Field(field, value, bytes.offset(at, size), size, List.copyOf(parts));
  }

  /// Adds a number in decimal and returns it.
  public long number(String field, int at, int size) {
    long value = bytes.number(at, size);
    add(field, at, size, Long.toString(value));
    return value;
  }

  /// Adds a number in hexadecimal and returns it.
  public long hex(String field, int at, int size) {
    long value = bytes.number(at, size);
    add(field, at, size, hex(value, size));
    return value;
  }

  /// A number of so many bytes in hexadecimal.
  public static String hex(long value, int size) {
    return "0x"
        + "0".repeat(Math.max(0, size * 2 - Long.toHexString(value).length()))
        + Long.toHexString(value);
  }

  public Layer build() {
    int size = length < 0 ? bytes.size() : Math.min(length, bytes.size());
    return new Layer(name, text, bytes.start(), size, List.copyOf(fields), trouble);
  }
}
