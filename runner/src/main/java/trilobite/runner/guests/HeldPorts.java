// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.check.PortUse;
import trilobite.model.run.RunRecord;
import trilobite.runner.live.RunFile;

/// Tells which ports in use are held by running guests of a project: those whose recorded QEMU
/// command forwards them.
public final class HeldPorts {

  private static final Logger LOG = LoggerFactory.getLogger(HeldPorts.class);

  private final Places places;

  public HeldPorts(Places places) {
    this.places = places;
  }

  /// The same uses, marked with the run where it is one of the project in `folder`. Reads the run
  /// folders.
  public List<PortUse> mark(Path folder, List<PortUse> uses) {
    var runs = runs(folder.toAbsolutePath().normalize());
    return uses.stream().map(use -> mark(use, runs)).toList();
  }

  private static PortUse mark(PortUse use, List<RunRecord> runs) {
    var forward = "hostfwd=" + use.proto() + ":" + use.address() + ":" + use.port() + "-:";
    return runs.stream()
        .filter(run -> run.command().stream().anyMatch(word -> word.contains(forward)))
        .findFirst()
        .map(run -> use.heldBy(run.id()))
        .orElse(use);
  }

  private List<RunRecord> runs(Path project) {
    var runs = new ArrayList<RunRecord>();
    try {
      for (var folder : places.present()) {
        alive(folder, project, runs);
      }
    } catch (IOException e) {
      LOG.debug("the run folders cannot be read", e);
    }
    return runs;
  }

  private static void alive(Path folder, Path project, List<RunRecord> into) {
    try {
      var owner = Owner.read(folder);
      if (owner.alive()) {
        var run = RunFile.read(owner.runFolder());
        if (run.verdict().isEmpty() && run.projectFolder().equals(project)) {
          into.add(run);
        }
      }
    } catch (IOException e) {
      // It is starting or ending just now; the port is then simply in use.
      LOG.debug("{} does not tell its run", folder, e);
    }
  }
}
