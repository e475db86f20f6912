// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/// Nouns and ports: pure, no I/O, no threads, no JavaFX.
@NullMarked
module trilobite.model {
  requires static transitive org.jspecify;

  exports trilobite.model.build;
  exports trilobite.model.check;
  exports trilobite.model.command;
  exports trilobite.model.console;
  exports trilobite.model.domain;
  exports trilobite.model.expression;
  exports trilobite.model.guest;
  exports trilobite.model.image;
  exports trilobite.model.inspect;
  exports trilobite.model.job;
  exports trilobite.model.machine;
  exports trilobite.model.packet;
  exports trilobite.model.packet.export;
  exports trilobite.model.packet.filter;
  exports trilobite.model.packet.flow;
  exports trilobite.model.packet.header;
  exports trilobite.model.packet.layer;
  exports trilobite.model.packet.protocol;
  exports trilobite.model.place;
  exports trilobite.model.port;
  exports trilobite.model.project;
  exports trilobite.model.reach;
  exports trilobite.model.query;
  exports trilobite.model.reading;
  exports trilobite.model.run;
  exports trilobite.model.rule;
  exports trilobite.model.table;
  exports trilobite.model.time;
  exports trilobite.model.type;
  exports trilobite.model.vitals;
  exports trilobite.model.why;
  exports trilobite.model.workspace;
  exports trilobite.model.wrap;
}
