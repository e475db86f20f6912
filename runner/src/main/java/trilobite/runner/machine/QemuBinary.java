// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import trilobite.runner.process.Answer;

/// Finds QEMU and asks it about itself.
final class QemuBinary {

  private static final Pattern VERSION = Pattern.compile("version (\\d+(?:\\.\\d+)*)");

  private QemuBinary() {}

  /// The first executable of a name on a search path, as a shell would find it.
  static Optional<Path> find(String name, String searchPath) {
    for (var folder : searchPath.split(":", -1)) {
      if (folder.startsWith("/")) {
        var file = Path.of(folder, name);
        if (Files.isRegularFile(file) && Files.isExecutable(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  /// What the system emulators beside one run, its own first. A start of the program waits for it,
  /// so names are told apart without a pattern.
  static List<String> architectures(Path qemu) {
    var prefix = "qemu-system-";
    var own = String.valueOf(qemu.getFileName()).replace(prefix, "");
    var found = new ArrayList<String>(List.of(own));
    try (var beside =
        Files.newDirectoryStream(
            qemu.resolveSibling("."), file -> file.getFileName().toString().startsWith(prefix))) {
      for (var file : beside) {
        var arch = file.getFileName().toString().substring(prefix.length());
        if (arch.matches("[a-z0-9_]+") && !arch.equals(own) && Files.isExecutable(file)) {
          found.add(arch);
        }
      }
    } catch (IOException e) {
      // Its own is what is sure.
    }
    return List.copyOf(found);
  }

  /// Asks for version and machine types; takes tens of milliseconds.
  static ProbeRecord ask(Path qemu) throws IOException {
    var version = VERSION.matcher(Answer.of(List.of(qemu.toString(), "--version")).output());
    var machines = new ArrayList<String>();
    Answer.of(List.of(qemu.toString(), "-machine", "help"))
        .output()
        .lines()
        .skip(1)
        .map(line -> line.split("\\s", 2)[0])
        .filter(name -> !name.isEmpty())
        .forEach(machines::add);
    return new ProbeRecord(
        ProbeRecord.keyOf(qemu), version.find() ? version.group(1) : "", machines, "", false, "");
  }
}
