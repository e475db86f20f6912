// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import trilobite.runner.domain.DomainMonitor;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.qmp.QmpSocket;

/// That a guest of somebody else's stands still because of us: a file in the run's folder, from
/// before it is paused until it goes on. Where the process that paused it was killed, the next
/// start lets the guest go on by this.
///
/// Whether its owner has let it go on and paused it again meanwhile, QEMU does not tell.
///
/// @param folder of the run
public record PauseNote(Path folder) {

  private static final String FILE = "paused";

  /// How its QEMU is asked.
  ///
  /// @param uri libvirt's; empty where `name` is the path of a QMP socket, not a domain
  public record Way(String uri, String name) {

    private String cure() {
      return uri.isEmpty() ? "QMP's cont on " + name : "virsh --connect " + uri + " resume " + name;
    }
  }

  private record Paused(long pid, long start, Way way) {

    boolean lives() {
      try {
        return Owner.startOf(pid) == start;
      } catch (IOException e) {
        return false;
      }
    }
  }

  /// @param pid QEMU's, which is known by its start, too: another may listen there by then
  public void write(long pid, Way way) throws IOException {
    Files.writeString(
        folder.resolve(FILE),
        pid + "\n" + Owner.startOf(pid) + "\n" + way.uri() + "\n" + way.name());
  }

  public void remove() throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
  }

  private Optional<Paused> read() throws IOException {
    var file = folder.resolve(FILE);
    try {
      var parts = Files.readString(file).split("\n", 4);
      return Optional.of(
          new Paused(
              Long.parseLong(parts[0]), Long.parseLong(parts[1]), new Way(parts[2], parts[3])));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      throw new IOException(file + " is damaged", e);
    }
  }

  /// Lets a guest go on that its watcher, who is gone, has left paused. Blocks some seconds at
  /// most.
  ///
  /// @return what became of it, in a sentence; empty where none was left so
  Optional<String> settle() throws IOException {
    var paused = read();
    if (paused.isEmpty()) {
      return Optional.empty();
    }
    if (!paused.get().lives()) {
      return Optional.of(over("Its QEMU, which it had paused, has ended since."));
    }
    var way = paused.get().way();
    if (way.uri().isEmpty() && way.name().isEmpty()) {
      return Optional.of(over("It could not have paused its guest: there was no way to ask it."));
    }
    try {
      return Optional.of(over(resume(way)));
    } catch (IOException e) {
      return Optional.of(
          "The guest, which it had paused, stays so for now, because %s; the next start of Trilobite"
                  .formatted(e.getMessage())
              + " tries again, and %s lets it go on.".formatted(way.cure()));
    }
  }

  private static String resume(Way way) throws IOException {
    if (!way.uri().isEmpty()) {
      return resume(new DomainMonitor(way.uri(), way.name(), _ -> {}));
    }
    try (var qmp = QmpSocket.connectFree(Path.of(way.name()))) {
      return resume(qmp);
    }
  }

  private static String resume(Qmp qmp) throws IOException {
    var status = qmp.execute("query-status").path("status").asText();
    if (!status.equals("paused")) {
      return "The guest, which it had paused, is not paused any more (%s).".formatted(status);
    }
    qmp.execute("cont");
    return "The guest, which it had paused, was resumed.";
  }

  private String over(String words) throws IOException {
    remove();
    return words;
  }
}
