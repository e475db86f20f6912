// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A process of this host, as `/proc/PID` shows it (proc(5)).
///
/// @param folder its folder in `/proc`
/// @param user whose it is
/// @param words its command line
record HostProcess(long pid, Path folder, String user, List<String> words) {

  private static final int MOST_WORDS = 4_096;

  /// Says in words that a process or a socket is not there.
  static final class NoneException extends IOException {
    NoneException(String message) {
      super(message);
    }
  }

  /// @throws NoneException where there is no such process
  static HostProcess of(Path proc, long pid) throws IOException {
    var folder = proc.resolve(Long.toString(pid));
    if (!Files.isDirectory(folder)) {
      throw new NoneException("There is no process " + pid + ".");
    }
    var line = new String(Files.readAllBytes(folder.resolve("cmdline")), StandardCharsets.UTF_8);
    var words = new ArrayList<>(List.of(line.split("\0", MOST_WORDS)));
    // The last word ends with a zero byte as well.
    if (!words.isEmpty() && words.getLast().isEmpty()) {
      words.removeLast();
    }
    return new HostProcess(pid, folder, Files.getOwner(folder).getName(), List.copyOf(words));
  }

  /// All that can be seen, by number.
  static List<HostProcess> all(Path proc) throws IOException {
    var found = new ArrayList<HostProcess>();
    try (var folders = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (var folder : folders) {
        seen(proc, folder).filter(process -> !process.words.isEmpty()).ifPresent(found::add);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    found.sort((a, b) -> Long.compare(a.pid, b.pid));
    return List.copyOf(found);
  }

  private static Optional<HostProcess> seen(Path proc, Path folder) {
    try {
      return Optional.of(of(proc, Long.parseLong(folder.getFileName().toString())));
    } catch (IOException | NumberFormatException e) {
      // It ended meanwhile.
      return Optional.empty();
    }
  }

  /// The program's name without its folder.
  String program() {
    var first = words.isEmpty() ? "" : words.getFirst();
    return first.substring(first.lastIndexOf('/') + 1);
  }

  /// A path of its command line, from where it runs.
  Path resolve(String path) {
    try {
      return Files.readSymbolicLink(folder.resolve("cwd")).resolve(path).normalize();
    } catch (IOException e) {
      return Path.of(path);
    }
  }

  boolean alive() {
    return Files.isDirectory(folder);
  }
}
