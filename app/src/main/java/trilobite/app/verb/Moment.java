// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Wall time as people read it in a terminal; JSON keeps the instant whole.
final class Moment {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private Moment() {}

  /// Date and time in the zone of this machine, to the second.
  static String local(Instant instant) {
    return FORMAT.format(instant.atZone(ZoneId.systemDefault()));
  }
}
