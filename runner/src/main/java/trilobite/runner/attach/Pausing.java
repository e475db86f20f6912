// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.runner.guests.PauseNote;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.qmp.QmpException;

/// The monitor of a QEMU of somebody else's, which keeps in mind that the guest was paused from
/// here: so that it goes on when it is let go, also where this process is killed. Safe from any
/// thread.
final class Pausing implements Qmp {

  private static final Logger LOG = LoggerFactory.getLogger(Pausing.class);

  private final Qmp qmp;
  private final BooleanSupplier runs;
  private final PauseNote note;
  private final long pid;
  private final PauseNote.Way way;
  private volatile boolean here;

  /// @param runs false where the guest is paused already, which is then not our doing
  /// @param pid QEMU's
  Pausing(Qmp qmp, BooleanSupplier runs, PauseNote note, long pid, PauseNote.Way way) {
    this.qmp = qmp;
    this.runs = runs;
    this.note = note;
    this.pid = pid;
    this.way = way;
  }

  /// True where it stands still because of us.
  boolean here() {
    return here;
  }

  /// QEMU says that the guest goes on, whoever let it.
  void resumed() {
    here = false;
    try {
      note.remove();
    } catch (IOException e) {
      LOG.warn("the next start will look for a paused guest in vain: {}", e.getMessage());
    }
  }

  @Override
  public JsonNode execute(String command, Map<String, ?> arguments) throws IOException {
    // Where there is no monitor, nothing is paused that would have to go on again.
    if (command.equals("stop") && !(qmp instanceof NoMonitor) && runs.getAsBoolean()) {
      return stop();
    }
    var answer = qmp.execute(command, arguments);
    if (command.equals("cont")) {
      resumed();
    }
    return answer;
  }

  private JsonNode stop() throws IOException {
    try {
      note.write(pid, way);
    } catch (IOException e) {
      throw new IOException(
          "The guest was not paused: that it is to go on again cannot be noted in "
              + note.folder()
              + ".",
          e);
    }
    here = true;
    try {
      return qmp.execute("stop");
    } catch (QmpException e) {
      resumed();
      throw e;
    }
  }
}
