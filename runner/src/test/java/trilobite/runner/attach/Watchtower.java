// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import trilobite.model.job.JobContext;
import trilobite.model.port.AttachRequest;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LiveGuest;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.guests.LocalGuests;
import trilobite.runner.guests.TestPlaces;
import trilobite.runner.place.RuntimeFolders;
import trilobite.runner.profile.Profiles;
import trilobite.runner.relay.PacketFile;
import trilobite.runner.vitals.Chronicle;
import trilobite.runner.vitals.RunObservers;

/// All that looking into guests of others needs, in folders of a test's own.
final class Watchtower implements AutoCloseable {

  final ForeignGuests elsewhere;
  final LocalGuests guests;
  private final Path shm;

  Watchtower(Path home) throws IOException {
    shm = Files.createTempDirectory(Path.of("/dev/shm"), "tri-at-");
    var profiles = Profiles.load(Path.of("/nowhere"));
    var types = new GuestTypes(home.resolve("cache"), home, System.getenv());
    var observers = new RunObservers(() -> profiles, types, Chronicle.none());
    guests = TestPlaces.guests(home, shm, observers);
    elsewhere = new ForeignGuests(() -> profiles, types, guests, observers, () -> PacketFile.USUAL);
  }

  static AttachRequest pid(long pid, AttachRequest.Monitor monitor) {
    return request(new AttachRequest.OfProcess(pid), monitor);
  }

  static AttachRequest qmp(Path socket, AttachRequest.Monitor monitor) {
    return request(new AttachRequest.OfSocket(socket), monitor);
  }

  private static AttachRequest request(AttachRequest.Which which, AttachRequest.Monitor monitor) {
    return new AttachRequest(which, Optional.empty(), "auto", "", monitor, false, false);
  }

  LiveGuest attach(AttachRequest request) throws LaunchException, InterruptedException {
    return elsewhere.attach(request, JobContext.unwatched());
  }

  List<Path> leftOver() throws IOException {
    try (var all = Files.walk(shm)) {
      return all.filter(each -> each.getFileName().toString().endsWith(".sock")).toList();
    }
  }

  @Override
  public void close() throws IOException {
    guests.close();
    elsewhere.close();
    RuntimeFolders.remove(shm);
  }
}
