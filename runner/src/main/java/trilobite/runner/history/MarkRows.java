// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import trilobite.model.run.RunId;
import trilobite.model.time.Mark;

/// The table `mark` of one run.
record MarkRows(Handle handle, RunId run) {

  /// Replaces the marks by these.
  void put(List<Mark> marks) {
    handle.createUpdate("delete from mark where run = :run").bind("run", run.number()).execute();
    for (var i = 0; i < marks.size(); i++) {
      handle
          .createUpdate(
              "insert into mark (run, position, t, kind, text) values (:run, :i, :t, :kind, :text)")
          .bind("run", run.number())
          .bind("i", i)
          .bind("t", marks.get(i).t())
          .bind("kind", marks.get(i).kind().name())
          .bind("text", marks.get(i).text())
          .execute();
    }
  }

  /// In order of time, as they were put.
  List<Mark> all() {
    var marks = new ArrayList<Mark>();
    handle
        .createQuery("select t, kind, text from mark where run = :run order by position")
        .bind("run", run.number())
        .map((row, context) -> new MarkRow(row.getDouble(1), row.getString(2), row.getString(3)))
        .forEach(row -> kind(row.kind).ifPresent(k -> marks.add(new Mark(row.t, k, row.text))));
    return marks;
  }

  private static Optional<Mark.Kind> kind(String name) {
    return Arrays.stream(Mark.Kind.values()).filter(k -> k.name().equals(name)).findFirst();
  }

  private record MarkRow(double t, String kind, String text) {}
}
