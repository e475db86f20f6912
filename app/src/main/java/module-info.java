// SPDX-License-Identifier: Apache-2.0

import org.jspecify.annotations.NullMarked;

/// Joins the parts by hand and holds the command line's verbs. Nothing depends on it.
@NullMarked
module trilobite.app {
  requires ch.qos.logback.classic;
  requires ch.qos.logback.core;
  requires com.fasterxml.jackson.databind;
  requires info.picocli;
  requires javafx.graphics;
  requires org.jline.terminal;
  requires org.slf4j;
  requires trilobite.runner;
  requires trilobite.ui;

  provides ch.qos.logback.classic.spi.Configurator with
      trilobite.app.Logging;

  opens trilobite.app to
      info.picocli;
  opens trilobite.app.verb to
      info.picocli;
}
