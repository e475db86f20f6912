// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import trilobite.model.check.Finding;
import trilobite.model.check.Fix;
import trilobite.model.check.Severity;
import trilobite.model.project.FieldPath;
import trilobite.model.project.TextPlace;

/// Collects findings while a file is read, each once, with its place in the text.
public final class Remarks {

  private final Map<FieldPath, TextPlace> places;
  private final Set<Finding> found = new LinkedHashSet<>();

  public Remarks(Map<FieldPath, TextPlace> places) {
    this.places = places;
  }

  public void error(FieldPath field, String message, Fix... fixes) {
    found.add(finding(Severity.ERROR, field, message, fixes));
  }

  public void warning(FieldPath field, String message, Fix... fixes) {
    found.add(finding(Severity.WARNING, field, message, fixes));
  }

  public List<Finding> all() {
    return List.copyOf(found);
  }

  private Finding finding(Severity severity, FieldPath field, String message, Fix... fixes) {
    var place = Optional.<TextPlace>empty();
    for (var at = field; place.isEmpty() && !at.keys().isEmpty(); at = at.parent()) {
      place = Optional.ofNullable(places.get(at));
    }
    return new Finding(severity, Optional.of(field), place, message, List.of(fixes));
  }
}
