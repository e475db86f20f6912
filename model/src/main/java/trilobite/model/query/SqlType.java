// SPDX-License-Identifier: Apache-2.0
package trilobite.model.query;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// What SQLite keeps a column's values as.
public enum SqlType {
  INTEGER,
  REAL,
  TEXT;

  private static final Set<Class<?>> WHOLE =
      Set.of(
          long.class,
          int.class,
          short.class,
          byte.class,
          boolean.class,
          Long.class,
          Integer.class,
          Boolean.class,
          OptionalLong.class,
          OptionalInt.class);
  private static final Set<Class<?>> BROKEN =
      Set.of(double.class, float.class, Double.class, OptionalDouble.class);

  /// The type for values of a record component; what is no number becomes text.
  public static SqlType of(Class<?> type) {
    if (WHOLE.contains(type)) {
      return INTEGER;
    }
    return BROKEN.contains(type) ? REAL : TEXT;
  }

  /// As in a schema: `integer`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
