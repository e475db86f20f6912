// SPDX-License-Identifier: Apache-2.0
package trilobite.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.LocalTime;
import java.time.ZoneId;

/// One event of the log: time of day, level, class, message, and what was thrown. It is code
/// because every start would wait for logback's reader of patterns.
final class LogLine extends LayoutBase<ILoggingEvent> {

  @Override
  public String doLayout(ILoggingEvent event) {
    var name = event.getLoggerName();
    return "%tT.%<tL %-5s %s: %s%n%s"
        .formatted(
            LocalTime.ofInstant(event.getInstant(), ZoneId.systemDefault()),
            event.getLevel(),
            name.substring(name.lastIndexOf('.') + 1),
            event.getFormattedMessage(),
            event.getThrowableProxy() == null
                ? ""
                : ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }
}
