// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import trilobite.model.run.RunId;
import trilobite.model.time.Sample;
import trilobite.model.vitals.Vital;

/// A process that writes without end, says what it has written, and waits to be killed.
public final class KilledWriter {

  /// What a line begins with that says how far it got.
  static final String SAID = "written ";

  private KilledWriter() {}

  /// Arguments: the state folder, a run, and from where samples count.
  public static void main(String[] arguments) throws IOException {
    var database = new Database(Path.of(arguments[0]).resolve("history.db"));
    var run = new RunId(Long.parseLong(arguments[1]));
    for (var i = Integer.parseInt(arguments[2]); ; i++) {
      var t = (double) i;
      database.change(
          handle -> {
            new SeriesRows(handle, run).add(Vital.CPU, List.of(new Sample(t, t)));
          });
      System.out.println(SAID + i);
    }
  }
}
