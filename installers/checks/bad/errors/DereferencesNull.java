// expect: [NullAway]
package trilobite.model;

import org.jspecify.annotations.Nullable;

final class DereferencesNull {
  private DereferencesNull() {}

  static int length(@Nullable String text) {
    return text.length();
  }
}
