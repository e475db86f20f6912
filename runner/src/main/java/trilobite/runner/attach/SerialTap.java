// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import trilobite.model.run.Ability;
import trilobite.runner.console.ConsoleSocket;

/// Where a guest's serial console can be had without taking it from anybody: a file that its
/// monitor writes, or a socket to which nobody is connected.
///
/// @param file to follow, where it is one
/// @param socket to connect to, where it is one
record SerialTap(Ability ability, Optional<Path> file, Optional<Path> socket) {

  private static final String WHAT = "console";

  static SerialTap of(HostProcess process, Monitor monitor) {
    if (monitor.qemu()) {
      var serial = QemuWords.of(process.words()).serial();
      return switch (serial.kind()) {
        case "file" -> file(process.resolve(serial.path()));
        case "socket" -> socket(process.resolve(serial.path()));
        case "stdio" -> output(process);
        case "" -> none("it has no serial line on its command line");
        default -> none("its serial line goes to “" + serial.kind() + "”, which is its owner's");
      };
    }
    return output(process);
  }

  private static SerialTap file(Path path) {
    return Files.isReadable(path)
        ? new SerialTap(
            new Ability(WHAT, true, "follows " + path + "; typing is not possible"),
            Optional.of(path),
            Optional.empty())
        : none("this user may not read " + path);
  }

  private static SerialTap socket(Path path) {
    try {
      if (ConsoleSocket.busy(path)) {
        return none("somebody else is connected to " + path + ", which serves one at a time");
      }
      return new SerialTap(
          new Ability(WHAT, true, "by " + path + ", from now on; what was printed before is lost"),
          Optional.empty(),
          Optional.of(path));
    } catch (IOException e) {
      return none("its socket cannot be looked at: " + e.getMessage());
    }
  }

  /// What the process prints itself.
  private static SerialTap output(HostProcess process) {
    var out = process.folder().resolve("fd/1");
    try {
      var target = Files.readSymbolicLink(out);
      if (target.isAbsolute() && Files.isRegularFile(target)) {
        return file(target);
      }
      var where = target.toString().startsWith("pipe:") ? "a pipe" : target.toString();
      return none("it goes to " + where + ", from which nobody else can read it");
    } catch (IOException e) {
      return none("where it goes cannot be seen");
    }
  }

  private static SerialTap none(String why) {
    return new SerialTap(new Ability(WHAT, false, why), Optional.empty(), Optional.empty());
  }

  /// Opens it.
  ///
  /// @throws IOException where there is nothing, or it is gone
  ByteChannel open() throws IOException {
    if (file.isPresent()) {
      return new TailChannel(file.get());
    }
    if (socket.isPresent()) {
      return ConsoleSocket.connect(socket.get());
    }
    throw new IOException(ability.how());
  }
}
