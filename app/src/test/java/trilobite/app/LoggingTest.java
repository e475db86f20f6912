// SPDX-License-Identifier: Apache-2.0
package trilobite.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;

@Isolated("it takes away, for a moment, the property that names the tests' own file")
class LoggingTest {

  private static final String FILE = "logback.configurationFile";

  @Test
  void logsAsTheTestsDo() throws Exception {
    var byFile = new LoggerContext();
    var joran = new JoranConfigurator();
    joran.setContext(byFile);
    joran.doConfigure(Objects.requireNonNull(getClass().getResource("/logback.xml")));
    var byCode = new LoggerContext();
    assertThat(configure(byCode)).isEqualTo(Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
    assertThat(levels(byCode)).isEqualTo(levels(byFile)).hasSize(3);
    assertThat(appender(byCode).getTarget()).isEqualTo(appender(byFile).getTarget());
    var event = new LoggingEvent();
    event.setInstant(Instant.parse("2026-01-02T03:04:05.067Z"));
    event.setLevel(Level.WARN);
    event.setLoggerName("trilobite.app.Some");
    event.setMessage("{} of {} lines");
    event.setArgumentArray(new Object[] {1, 2});
    assertThat(lines(byCode, event)).isEqualTo(lines(byFile, event)).contains("1 of 2 lines");
    event.setThrowableProxy(new ThrowableProxy(new IllegalStateException(new IOException("x"))));
    assertThat(lines(byCode, event)).isEqualTo(lines(byFile, event)).contains("Caused by");
    assertThat(appender(byCode).isStarted()).isTrue();
  }

  @Test
  void logbackFindsIt() {
    assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(Logging.class);
  }

  private static Configurator.ExecutionStatus configure(LoggerContext context) {
    var file = System.clearProperty(FILE);
    try {
      return new Logging().configure(context);
    } finally {
      if (file != null) {
        System.setProperty(FILE, file);
      }
    }
  }

  private static Map<String, String> levels(LoggerContext context) {
    var levels = new TreeMap<String, String>();
    context.getLoggerList().stream()
        .filter(logger -> logger.getLevel() != null)
        .forEach(logger -> levels.put(logger.getName(), logger.getLevel().toString()));
    return levels;
  }

  private static ConsoleAppender<ILoggingEvent> appender(LoggerContext context) {
    var appender = context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stderr");
    return (ConsoleAppender<ILoggingEvent>) appender;
  }

  private static String lines(LoggerContext context, LoggingEvent event) {
    return new String(appender(context).getEncoder().encode(event), StandardCharsets.UTF_8);
  }
}
