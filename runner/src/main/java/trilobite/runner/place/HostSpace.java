// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.place;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The kernel's answer. Of what kind a file system is takes reading the list of all mounts, so it
/// is asked once for each folder and device; room is asked each time.
final class HostSpace implements Space {

  static final HostSpace SHARED = new HostSpace();

  private final Map<Path, Known> known = new ConcurrentHashMap<>();

  private HostSpace() {}

  private record Known(Object device, FileStore store) {}

  @Override
  public Room at(Path folder) throws IOException {
    var device = Files.getAttribute(folder, "unix:dev");
    var here = known.get(folder);
    if (here == null || !here.device.equals(device)) {
      here = new Known(device, Files.getFileStore(folder));
      known.put(folder, here);
    }
    return new Room(here.store.type().equals("tmpfs"), here.store.getUsableSpace());
  }
}
