// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.model.project.TextPlace;

/// Collects what the rules find about one target.
final class Report {

  private final String target;
  private final Map<FieldPath, TextPlace> places;
  private final List<Finding> findings = new ArrayList<>();

  Report(String target, Map<FieldPath, TextPlace> places) {
    this.target = target;
    this.places = places;
  }

  /// A field of the target.
  FieldPath field(String... keys) {
    return FieldPath.target(target, keys);
  }

  void error(FieldPath field, String message, Fix... fixes) {
    add(Severity.ERROR, field, message, fixes);
  }

  void warning(FieldPath field, String message, Fix... fixes) {
    add(Severity.WARNING, field, message, fixes);
  }

  void info(FieldPath field, String message, Fix... fixes) {
    add(Severity.INFO, field, message, fixes);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  static Fix set(String label, FieldPath field, Object value) {
    return new Fix(label, List.of(new ProjectEdit.Set(field, value)));
  }

  static Fix remove(String label, FieldPath field) {
    return new Fix(label, List.of(new ProjectEdit.Remove(field)));
  }

  private void add(Severity severity, FieldPath field, String message, Fix... fixes) {
    // An inherited or defaulted value has no place of its own: its table's is the nearest.
    var place = Optional.<TextPlace>empty();
    for (var at = field; place.isEmpty() && !at.keys().isEmpty(); at = at.parent()) {
      place = Optional.ofNullable(places.get(at));
    }
    findings.add(new Finding(severity, Optional.of(field), place, message, List.of(fixes)));
  }
}
