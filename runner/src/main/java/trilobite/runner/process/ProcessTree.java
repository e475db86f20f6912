// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// All processes that a command started, however they were forked: found by a mark in their
/// environment, by the sessions of those that carry it, and by descent. Source: `/proc/*/environ`
/// and the sixth field of `/proc/*/stat`, proc(5).
final class ProcessTree {

  private static final Path PROC = Path.of("/proc");

  private final byte[] mark;

  /// The sessions seen until now: a process that drops the mark still belongs to its session.
  private final Set<Long> sessions = new HashSet<>();

  private final long ownSession = session(ProcessHandle.current().pid());

  /// @param mark `NAME=value`, unlike any other
  ProcessTree(String mark) {
    this.mark = mark.getBytes(StandardCharsets.UTF_8);
  }

  /// Those alive now.
  Set<ProcessHandle> alive() {
    var pids = pids();
    var members = new LinkedHashSet<Long>();
    for (var pid : pids) {
      if (marked(pid)) {
        members.add(pid);
        sessions.add(session(pid));
      }
    }
    sessions.remove(ownSession);
    sessions.remove(-1L);
    pids.stream().filter(pid -> sessions.contains(session(pid))).forEach(members::add);
    var handles = new LinkedHashSet<ProcessHandle>();
    for (var pid : members) {
      ProcessHandle.of(pid)
          .ifPresent(
              handle -> {
                handles.add(handle);
                handle.descendants().forEach(handles::add);
              });
    }
    return handles.stream()
        .filter(handle -> handle.isAlive() && !zombie(handle.pid()))
        .collect(Collectors.toSet());
  }

  private static Set<Long> pids() {
    var pids = new LinkedHashSet<Long>();
    try (var folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
      folders.forEach(folder -> pids.add(Long.parseLong(folder.getFileName().toString())));
    } catch (IOException | DirectoryIteratorException e) {
      // What was listed until now is what we know.
    }
    pids.remove(ProcessHandle.current().pid());
    return pids;
  }

  private boolean marked(long pid) {
    try {
      return contains(Files.readAllBytes(PROC.resolve(pid + "/environ")), mark);
    } catch (IOException e) {
      return false; // ended, or another user's
    }
  }

  private static boolean contains(byte[] text, byte[] part) {
    for (int i = 0; i + part.length <= text.length; i++) {
      boolean starts = i == 0 || text[i - 1] == 0;
      if (starts && java.util.Arrays.equals(text, i, i + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean zombie(long pid) {
    return stat(pid, 0).equals("Z");
  }

  private static long session(long pid) {
    var text = stat(pid, 3);
    return text.isEmpty() ? -1 : Long.parseLong(text);
  }

  /// A field after the name, which itself may hold spaces and brackets.
  private static String stat(long pid, int field) {
    try {
      var line = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
      var fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1);
      return fields.length > field ? fields[field] : "";
    } catch (IOException e) {
      return "";
    }
  }
}
