// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.runs;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import trilobite.model.port.History;
import trilobite.model.project.MemorySize;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;
import trilobite.model.run.RunStatus;

/// What the list shows. Plain state for the JavaFX thread; reading it in is a job's.
final class RunsModel {

  private static final int MOST = 500;

  private Optional<Read> read = Optional.empty();
  private Optional<String> failure = Optional.empty();
  private Optional<RunId> asking = Optional.empty();
  private String filter = "";

  /// What one look into the history gave.
  record Read(List<RunRecord> runs, History.Usage usage) {}

  /// Blocks.
  static Read read(History history) throws IOException {
    return new Read(history.runs(MOST), history.usage());
  }

  void done(Read next) {
    read = Optional.of(next);
    failure = Optional.empty();
  }

  void failed(String why) {
    failure = Optional.of(why);
  }

  void filter(String text) {
    filter = text;
  }

  /// Asks before it deletes; empty takes the question back.
  void ask(Optional<RunId> run) {
    asking = run;
  }

  boolean loading() {
    return read.isEmpty() && failure.isEmpty();
  }

  boolean empty() {
    return read.isPresent() && read.get().runs().isEmpty();
  }

  Optional<String> failure() {
    return failure;
  }

  List<RunRow> rows(Optional<RunStatus> live, Instant now, ZoneId zone) {
    return read.map(Read::runs).orElse(List.of()).stream()
        .map(run -> RunRow.of(run, live, now, zone))
        .map(row -> row.asking(asking.equals(Optional.of(row.run().id()))))
        .filter(row -> row.fits(filter))
        .toList();
  }

  /// Such as `24 runs, 58.1 MiB of 2 GiB kept`.
  String usage() {
    return read.map(RunsModel::usage).orElse("");
  }

  private static String usage(Read read) {
    int count = read.runs().size();
    var many = count == MOST ? "newest " + MOST + " runs" : count == 1 ? "1 run" : count + " runs";
    return many
        + ", "
        + new MemorySize(read.usage().bytes()).about()
        + " of "
        + new MemorySize(read.usage().limit()).about();
  }
}
