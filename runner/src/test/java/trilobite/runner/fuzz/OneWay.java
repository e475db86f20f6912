// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.fuzz;

import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;

/// The other end of a connection that says what it was given, listens to nothing, and hangs up.
public final class OneWay implements ByteChannel {

  private final ByteBuffer says;
  private volatile boolean open = true;

  public OneWay(byte[] says) {
    this.says = ByteBuffer.wrap(says);
  }

  @Override
  public int read(ByteBuffer into) throws ClosedChannelException {
    if (!open) {
      throw new ClosedChannelException();
    }
    if (!says.hasRemaining()) {
      return -1;
    }
    int count = Math.min(into.remaining(), says.remaining());
    into.put(says.slice(says.position(), count));
    says.position(says.position() + count);
    return count;
  }

  @Override
  public int write(ByteBuffer from) {
    int count = from.remaining();
    from.position(from.limit());
    return count;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }
}
