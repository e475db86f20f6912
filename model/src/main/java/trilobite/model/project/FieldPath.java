// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

import java.util.List;

/// The place of a value in `trilobite.toml`, such as `target.default.memory`; an array element is
/// its index, as in `target.default.drive.0.file`. Forms, findings and QEMU arguments meet through
/// it.
public record FieldPath(List<String> keys) {

  public FieldPath {
    keys = List.copyOf(keys);
  }

  public static FieldPath of(String... keys) {
    return new FieldPath(List.of(keys));
  }

  /// A field of a target.
  public static FieldPath target(String target, String... keys) {
    return of("target", target).then(keys);
  }

  /// This path with more keys at its end.
  public FieldPath then(String... more) {
    var all = new java.util.ArrayList<>(keys);
    all.addAll(List.of(more));
    return new FieldPath(all);
  }

  /// The path of the table or list that this one stands in; the root's is an error.
  public FieldPath parent() {
    return new FieldPath(keys.subList(0, keys.size() - 1));
  }

  /// True for `ancestor` itself and for everything below it.
  public boolean within(FieldPath ancestor) {
    var above = ancestor.keys();
    return keys.size() >= above.size() && keys.subList(0, above.size()).equals(above);
  }

  /// True where one of both is within the other.
  public boolean meets(FieldPath other) {
    return within(other) || other.within(this);
  }

  @Override
  public String toString() {
    return String.join(".", keys);
  }
}
