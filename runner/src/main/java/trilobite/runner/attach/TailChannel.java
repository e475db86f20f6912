// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Follows a file that a guest's monitor writes its console to: a read waits for more until it is
/// closed. Nothing can be typed into a file.
final class TailChannel implements ByteChannel {

  private static final long LOOK_MILLIS = 50;

  private final FileChannel file;
  private final CountDownLatch closed = new CountDownLatch(1);

  TailChannel(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.READ);
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    try {
      while (closed.getCount() > 0) {
        int n = file.read(into);
        if (n > 0) {
          return n;
        }
        if (file.size() < file.position()) {
          // It was emptied; what comes is at its begin.
          file.position(0);
        }
        var _ = closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (ClosedChannelException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return -1;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    throw new IOException("this guest's console goes into a file: nothing can be typed");
  }

  @Override
  public boolean isOpen() {
    return closed.getCount() > 0;
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    file.close();
  }
}
