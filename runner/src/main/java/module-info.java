// SPDX-License-Identifier: Apache-2.0

import org.jspecify.annotations.NullMarked;

/// Everything that touches the machine: processes, builds, QEMU, guest memory, packets, history.
/// Hands out the ports of the model and never sees JavaFX.
@NullMarked
module trilobite.runner {
  exports trilobite.runner;

  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires org.apache.commons.exec;
  requires flyway.core;
  requires HdrHistogram;
  // The tests' HTTP client; nothing at run time.
  requires static java.net.http;
  requires java.sql;
  requires java.xml;
  requires jdk.net;
  requires org.eclipse.jgit;
  requires org.jdbi.v3.core;
  requires org.slf4j;
  requires org.snakeyaml.engine;
  requires org.tomlj;
  requires org.xerial.sqlitejdbc;
  requires transitive trilobite.model;
}
