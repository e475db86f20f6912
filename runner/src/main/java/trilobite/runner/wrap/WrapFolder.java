// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.wrap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.TreeSet;
import java.util.stream.Stream;
import trilobite.runner.place.PrivateFolder;
import trilobite.runner.place.RuntimeFolders;

/// The private folder of one wrapped command: launchers in `bin`, questions of theirs in `asks`,
/// and a pipe for each answer in `answers`.
record WrapFolder(Path folder) {

  /// Of its name; the keeper's process id follows.
  static final String PREFIX = "wrap-";

  private static final String NAME = "qemu-system-";

  /// Removes the folders of keepers that died without a word.
  static void clear(Path base) throws IOException {
    if (!PrivateFolder.holds(base)) {
      return;
    }
    try (var folders = Files.newDirectoryStream(base, PREFIX + "*")) {
      for (var folder : folders) {
        var pid = folder.getFileName().toString().substring(PREFIX.length());
        if (pid.matches("\\d{1,10}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
          RuntimeFolders.remove(folder);
        }
      }
    }
  }

  /// Makes it, with a launcher for every QEMU that a path holds.
  ///
  /// @param base private folder that may not be there yet
  /// @param name of the folder, not yet taken
  /// @param path as in `PATH`
  static WrapFolder make(Path base, String name, String path) throws IOException {
    PrivateFolder.require(base);
    var made = new WrapFolder(PrivateFolder.require(base.resolve(name)));
    for (var part : new String[] {"asks", "answers", "bin"}) {
      PrivateFolder.require(made.folder.resolve(part));
    }
    var script = made.folder.resolve("launch");
    Files.write(script, Launch.script(made.folder).getBytes(StandardCharsets.UTF_8));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    for (var qemu : programs(path)) {
      Files.createSymbolicLink(made.bin().resolve(qemu), script);
    }
    return made;
  }

  private static Iterable<String> programs(String path) {
    var names = new TreeSet<String>();
    for (var place : path.split(":", -1)) {
      try (Stream<Path> files = Files.list(Path.of(place))) {
        files
            .filter(Files::isExecutable)
            .map(file -> file.getFileName().toString())
            .filter(name -> name.startsWith(NAME))
            .forEach(names::add);
      } catch (IOException | RuntimeException e) {
        // A place on the path that is not there holds no QEMU.
      }
    }
    return names;
  }

  Path bin() {
    return folder.resolve("bin");
  }

  Path asks() {
    return folder.resolve("asks");
  }

  Path answer(String ask) {
    return folder.resolve("answers").resolve(ask);
  }

  void remove() throws IOException {
    RuntimeFolders.remove(folder);
  }
}
