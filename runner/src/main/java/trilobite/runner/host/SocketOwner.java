// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.host;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import trilobite.runner.file.FileTrouble;

/// The process that holds a socket.
///
/// @param name as the kernel shows it, at most 15 characters
record SocketOwner(String name, long pid) {

  /// Finds the owners of sockets by their inode. Other users' processes stay unseen, unless we are
  /// root.
  static Map<String, SocketOwner> find(Path proc, Set<String> inodes) {
    var owners = new HashMap<String, SocketOwner>();
    try (var processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (var process : processes) {
        look(process, inodes, owners);
        if (owners.size() == inodes.size()) {
          break;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // What was found until now still helps.
    }
    return owners;
  }

  private static void look(Path process, Set<String> inodes, Map<String, SocketOwner> into) {
    try (var files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (var file : files) {
        var link = Files.readSymbolicLink(file).toString();
        if (link.startsWith("socket:[")) {
          var inode = link.substring("socket:[".length(), link.length() - 1);
          if (inodes.contains(inode)) {
            var name = Files.readString(process.resolve("comm")).strip();
            long pid = Long.parseLong(process.getFileName().toString());
            into.putIfAbsent(inode, new SocketOwner(FileTrouble.shown(name), pid));
          }
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // It ended meanwhile, or is another user's.
    }
  }
}
