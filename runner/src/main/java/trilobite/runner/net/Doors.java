// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.net;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sockets on which we wait for one QEMU. They listen before it starts, so nothing is polled;
/// each lets one peer in and is then closed and unlinked, so that nobody else can ever connect.
public final class Doors implements AutoCloseable {

  private final Path folder;
  private final Map<String, ServerSocketChannel> open = new LinkedHashMap<>();

  private Doors(Path folder) {
    this.folder = folder;
  }

  public static Doors listen(Path folder, List<String> names) throws IOException {
    var doors = new Doors(folder);
    try {
      for (var name : names) {
        var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        doors.open.put(name, door);
        door.bind(UnixDomainSocketAddress.of(folder.resolve(name)), 1);
      }
      return doors;
    } catch (IOException e) {
      doors.close();
      throw e;
    }
  }

  /// Waits for QEMU at a door; ends with an [AsynchronousCloseException] when the doors are closed.
  public ByteChannel accept(String name) throws IOException {
    ServerSocketChannel door;
    synchronized (open) {
      door = open.get(name);
    }
    if (door == null) {
      throw new AsynchronousCloseException();
    }
    try (door) {
      return door.accept();
    } finally {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  @Override
  public void close() {
    synchronized (open) {
      for (var door : open.values()) {
        try {
          door.close();
        } catch (IOException e) {
          // It is being given up.
        }
      }
      open.clear();
    }
  }
}
