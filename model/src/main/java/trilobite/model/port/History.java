// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import trilobite.model.console.ConsoleLog;
import trilobite.model.packet.PacketLog;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;
import trilobite.model.time.Mark;
import trilobite.model.vitals.Vitals;

/// Past and present runs of this user. All calls may block.
public interface History {

  /// Newest first, at most `most`.
  List<RunRecord> runs(int most) throws IOException;

  Optional<RunRecord> run(RunId id) throws IOException;

  /// The recorded graphs of a run, as they stand now.
  Vitals vitals(RunId id) throws IOException;

  /// What happened in a run, in order of time; its samples, which may be many, are not read.
  ///
  /// @param run as [#runs(int)] gave it
  List<Mark> marks(RunRecord run) throws IOException;

  ConsoleLog console(RunId id) throws IOException;

  PacketLog packets(RunId id) throws IOException;

  /// Forgets a finished run and deletes its folder.
  void delete(RunId id) throws IOException;

  /// Bytes kept in all, and the limit that retention holds.
  Usage usage() throws IOException;

  /// @param limit bytes; oldest finished runs go first
  record Usage(long bytes, long limit) {}
}
