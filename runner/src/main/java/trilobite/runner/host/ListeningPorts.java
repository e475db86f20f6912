// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.host;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import trilobite.model.check.PortUse;

/// Ports that somebody listens on, and who. Source: `/proc/net/{tcp,tcp6,udp,udp6}` and the sockets
/// in `/proc/*/fd`, proc(5). Owners are looked up for the ports of interest only: it means to look
/// at every process.
public final class ListeningPorts {

  private static final String TCP_LISTEN = "0A";
  private static final String UDP_BOUND = "07";

  private final Path proc;

  public ListeningPorts() {
    this(Path.of("/proc"));
  }

  ListeningPorts(Path proc) {
    this.proc = proc;
  }

  private record Socket(String proto, String address, int port, String inode) {}

  /// @param ofInterest ports whose owners are wanted
  public List<PortUse> read(Set<Integer> ofInterest) {
    var sockets = new ArrayList<Socket>();
    table("tcp", "tcp", TCP_LISTEN, sockets);
    table("tcp6", "tcp", TCP_LISTEN, sockets);
    table("udp", "udp", UDP_BOUND, sockets);
    table("udp6", "udp", UDP_BOUND, sockets);
    var inodes =
        sockets.stream()
            .filter(socket -> ofInterest.contains(socket.port()))
            .map(Socket::inode)
            .collect(Collectors.toSet());
    var owners = inodes.isEmpty() ? Map.<String, SocketOwner>of() : SocketOwner.find(proc, inodes);
    return sockets.stream().map(socket -> use(socket, owners)).toList();
  }

  private static PortUse use(Socket socket, Map<String, SocketOwner> owners) {
    var owner = owners.get(socket.inode());
    return new PortUse(
        socket.proto(),
        socket.address(),
        socket.port(),
        owner == null ? "" : owner.name(),
        owner == null ? OptionalLong.empty() : OptionalLong.of(owner.pid()));
  }

  private void table(String file, String proto, String state, List<Socket> into) {
    try (var lines = Files.lines(proc.resolve("net").resolve(file), StandardCharsets.ISO_8859_1)) {
      lines
          .skip(1)
          .map(line -> line.strip().split("\\s+"))
          .filter(words -> words.length > 9 && words[3].equals(state))
          .forEach(words -> into.add(socket(proto, words)));
    } catch (IOException | RuntimeException e) {
      // No such protocol here, or a line of another shape: nobody is known to listen.
    }
  }

  private static Socket socket(String proto, String[] words) {
    int colon = words[1].indexOf(':');
    int port = Integer.parseInt(words[1].substring(colon + 1), 16);
    return new Socket(proto, address(words[1].substring(0, colon)), port, words[9]);
  }

  /// The kernel prints addresses as 32-bit words in the host's byte order.
  static String address(String hex) {
    var words = ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.BIG_ENDIAN);
    var bytes = ByteBuffer.allocate(words.capacity()).order(ByteOrder.nativeOrder());
    while (words.hasRemaining()) {
      bytes.putInt(words.getInt());
    }
    try {
      // An IPv4 address inside IPv6 comes out as IPv4.
      var text = InetAddress.getByAddress(bytes.array()).getHostAddress();
      return text.equals("0:0:0:0:0:0:0:0") ? "::" : text;
    } catch (java.net.UnknownHostException e) {
      return hex;
    }
  }
}
