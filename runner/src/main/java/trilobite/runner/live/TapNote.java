// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import trilobite.runner.qmp.QmpSocket;

/// That there is a tap of ours in a QEMU of somebody else's: a file in the run's folder, from
/// before the tap is set until it is taken out. Where the process that set it was killed, the next
/// start takes it out by this.
///
/// @param folder of the run, whose name is its number
public record TapNote(Path folder) {

  private static final String FILE = "tapped";

  /// What names of the run's objects in QEMU begin with: another run's tap is not taken out.
  String objects() {
    return LateTap.ID + "-" + folder.getFileName() + "-";
  }

  /// @param socket QEMU's, by which the tap can be taken out
  void write(Path socket) throws IOException {
    Files.writeString(folder.resolve(FILE), socket.toString());
  }

  void remove() throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
  }

  /// Takes out what its owner, who is gone, has left in QEMU. Blocks some seconds at most.
  ///
  /// @return what became of it, in a sentence; empty where nothing was left
  public Optional<String> settle() throws IOException {
    Path socket;
    try {
      socket = Path.of(Files.readString(folder.resolve(FILE)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    return Optional.of(
        Files.exists(socket)
            ? settle(socket)
            : over("The packet filter in its QEMU is gone with its socket " + socket + "."));
  }

  private String settle(Path socket) throws IOException {
    try (var qmp = QmpSocket.connectFree(socket)) {
      LateTap.clear(qmp, objects());
      return over("The packet filter that it had put into its QEMU was taken out again.");
    } catch (ConnectException e) {
      return over("Its QEMU has ended since, and the packet filter in it with it.");
    } catch (IOException e) {
      return stays(String.valueOf(e.getMessage()));
    }
  }

  private String over(String words) throws IOException {
    try (var dumps = Files.newDirectoryStream(folder, Taps.DUMPS)) {
      for (var dump : dumps) {
        Files.delete(dump);
      }
    }
    remove();
    return words;
  }

  private String stays(String why) {
    return "Its packet filter stays in QEMU for now, because "
        + why
        + "; the next start of Trilobite tries again, and QMP's object-del of "
        + objects()
        + "0 takes it out.";
  }
}
