// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.net;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import trilobite.model.time.HostClock;

/// Connects to the socket of a program that is just coming up.
public final class Answering {

  private static final long AGAIN_NANOS = 5_000_000;

  private Answering() {}

  /// Tries until it is let in.
  ///
  /// @param there false once nobody will come to the door any more
  /// @throws IOException where nobody did, or not in time
  public static ByteChannel at(Path socket, Duration patience, BooleanSupplier there)
      throws IOException {
    long end = HostClock.nanos() + patience.toNanos();
    var address = UnixDomainSocketAddress.of(socket);
    while (true) {
      // Asked first: whoever goes may have opened the door before.
      boolean last = !there.getAsBoolean() || HostClock.nanos() - end > 0;
      try {
        return SocketChannel.open(address);
      } catch (IOException e) {
        if (last || Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
      LockSupport.parkNanos(AGAIN_NANOS);
    }
  }
}
