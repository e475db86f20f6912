// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/// TCP connections of this host, and whose they are. Source: `/proc/net/{tcp,tcp6}` and the sockets
/// in `/proc/*/fd`, proc(5). Looking at every process costs milliseconds, so owners are kept by
/// inode, which is a socket's for as long as it lives. Safe from any thread.
public final class HostSockets {

  /// `TCP_ESTABLISHED` of the kernel's net/tcp_states.h.
  private static final String ESTABLISHED = "01";

  private static final int MOST = 20_000;

  /// Up to the inode.
  private static final int WORDS = 10;

  private final Path proc;
  private final Map<String, Optional<Owner>> owners = new HashMap<>();

  public HostSockets() {
    this(Path.of("/proc"));
  }

  HostSockets(Path proc) {
    this.proc = proc;
  }

  /// One end of a connection.
  ///
  /// @param inode its name in `/proc/PID/fd`; `0` where no process has it
  public record Connection(
      String local,
      int localPort,
      String remote,
      int remotePort,
      boolean established,
      String inode,
      long uid) {}

  /// A process.
  ///
  /// @param name as the kernel shows it
  public record Owner(String name, long pid) {}

  /// All connections with one of the ports at either end: of one within this host both ends.
  public List<Connection> with(Set<Integer> ports) {
    var found = new ArrayList<Connection>();
    table("tcp", ports, found);
    table("tcp6", ports, found);
    return List.copyOf(found);
  }

  private void table(String file, Set<Integer> ports, List<Connection> into) {
    try (var lines = Files.lines(proc.resolve("net").resolve(file), StandardCharsets.ISO_8859_1)) {
      lines
          .skip(1)
          .map(HostSockets::words)
          .filter(words -> ports.contains(port(words[1])) || ports.contains(port(words[2])))
          .limit(MOST)
          .forEach(words -> into.add(connection(words)));
    } catch (IOException | RuntimeException e) {
      // No such protocol here, or a line of another shape: what was read until then holds.
    }
  }

  /// The first words of a line. A busy guest leaves thousands of lines behind, which a regular
  /// expression would take longer to part than all the rest.
  private static String[] words(String line) {
    var rest = new StringTokenizer(line);
    var words = new String[WORDS];
    for (int i = 0; i < WORDS; i++) {
      words[i] = rest.nextToken();
    }
    return words;
  }

  private static Connection connection(String[] words) {
    return new Connection(
        ListeningPorts.address(words[1].substring(0, words[1].indexOf(':'))),
        port(words[1]),
        ListeningPorts.address(words[2].substring(0, words[2].indexOf(':'))),
        port(words[2]),
        words[3].equals(ESTABLISHED),
        words[9],
        Long.parseLong(words[7]));
  }

  private static int port(String word) {
    return Integer.parseInt(word.substring(word.indexOf(':') + 1), 16);
  }

  /// Whose sockets these are; nothing for those of other users, unless we are root. A socket whose
  /// owner was not found is not looked for again.
  public synchronized Map<String, Owner> owners(Set<String> inodes) {
    owners.keySet().retainAll(inodes);
    var fresh =
        inodes.stream()
            .filter(inode -> !inode.equals("0") && !owners.containsKey(inode))
            .collect(Collectors.toSet());
    if (!fresh.isEmpty()) {
      var found = SocketOwner.find(proc, fresh);
      fresh.forEach(
          inode ->
              owners.put(
                  inode,
                  Optional.ofNullable(found.get(inode))
                      .map(owner -> new Owner(owner.name(), owner.pid()))));
    }
    var known = new HashMap<String, Owner>();
    owners.forEach((inode, owner) -> owner.ifPresent(one -> known.put(inode, one)));
    return known;
  }

  /// The inode of a process's open socket.
  public Optional<String> inode(long pid, int descriptor) {
    try {
      var link =
          Files.readSymbolicLink(
                  proc.resolve(Long.toString(pid)).resolve("fd").resolve("" + descriptor))
              .toString();
      return link.startsWith("socket:[")
          ? Optional.of(link.substring("socket:[".length(), link.length() - 1))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// The number of the user that this process runs as.
  public static long self() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException | UnsupportedOperationException e) {
      return -1;
    }
  }
}
