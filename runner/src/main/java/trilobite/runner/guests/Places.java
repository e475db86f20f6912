// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import trilobite.model.place.Locations;
import trilobite.model.run.RunId;
import trilobite.runner.place.PrivateFolder;
import trilobite.runner.place.RunFolders;
import trilobite.runner.place.RuntimeFolders;
import trilobite.runner.place.Self;
import trilobite.runner.place.Space;

/// Both kinds of folders of this user's runs.
public record Places(RunFolders durable, RuntimeFolders runtime) {

  /// The folders that a user's locations mean.
  public static Places of(Locations locations) throws IOException {
    var fallback = Path.of("/dev/shm/trilobite-" + Self.uid());
    return new Places(
        new RunFolders(locations.state()),
        new RuntimeFolders(locations.runtime(), fallback, Space.ofHost()));
  }

  /// Runtime folders of runs that exist now, alive or left over, oldest first. Folders that are not
  /// ours alone are not looked into.
  List<Path> present() throws IOException {
    var present = new ArrayList<Path>();
    for (var base : runtime.bases()) {
      if (!Files.isDirectory(base) || !PrivateFolder.holds(base)) {
        continue;
      }
      try (Stream<Path> folders = Files.list(base)) {
        folders
            .filter(folder -> RunFolders.number(folder).isPresent())
            .filter(PrivateFolder::holds)
            .forEach(present::add);
      }
    }
    present.sort(Comparator.comparing(folder -> RunFolders.number(folder).orElseThrow()));
    return present;
  }

  /// The present ones that belong to runs of these durable folders. The others are another
  /// Trilobite's of this user, one with a home of its own, which counts its runs by itself.
  List<Path> ours() throws IOException {
    return present().stream().filter(this::counted).toList();
  }

  /// A folder that nobody has signed yet, or not readably, may be ours.
  private boolean counted(Path folder) {
    try {
      var number = RunFolders.number(folder).orElseThrow();
      return Owner.read(folder).runFolder().equals(durable.folder(number));
    } catch (IOException e) {
      return true;
    }
  }

  /// A number under which nothing lies in any place, with its durable folder.
  RunId next() throws IOException {
    while (true) {
      var id = durable.next();
      if (runtime.bases().stream()
          .noneMatch(base -> Files.exists(base.resolve(Long.toString(id.number()))))) {
        return id;
      }
      Files.deleteIfExists(durable.folder(id));
    }
  }
}
