// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.relay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import trilobite.model.job.Subscription;
import trilobite.runner.thread.Threads;

/// Stands in line between the guest's network card and QEMU's user network, so that every frame
/// passes us: counted exactly, shown to a tap, never dropped. If we stall, only the guest's network
/// waits.
public final class Relay implements AutoCloseable {

  private final ByteChannel guest;
  private final ByteChannel host;
  private final Tap tap;

  /// Few, and none most of the time.
  private final List<Tap> watchers = new CopyOnWriteArrayList<>();

  private final Direction rx;
  private final Direction tx;
  private final Consumer<String> trouble;
  private volatile boolean closing;

  /// Starts relaying.
  ///
  /// @param guest stream of the network card
  /// @param host stream of the hub behind which the user network lies
  /// @param tap sees every frame on a relay thread; must be quick
  /// @param trouble told in words if the relay ends by itself
  public Relay(ByteChannel guest, ByteChannel host, Tap tap, Consumer<String> trouble) {
    this.guest = guest;
    this.host = host;
    this.trouble = trouble;
    this.tap = tap;
    this.rx = new Direction(host, guest, (bytes, at, length) -> see(true, bytes, at, length));
    this.tx = new Direction(guest, host, (bytes, at, length) -> see(false, bytes, at, length));
    // Platform threads: a virtual thread would wait in line behind others between two frames.
    Threads.working("relay-rx", () -> run(rx));
    Threads.working("relay-tx", () -> run(tx));
  }

  private void see(boolean towardsGuest, ByteBuffer bytes, int offset, int length) {
    tap.frame(towardsGuest, bytes, offset, length);
    for (var watcher : watchers) {
      watcher.frame(towardsGuest, bytes, offset, length);
    }
  }

  /// Shows every frame to one more, on a relay thread, until the subscription is closed.
  public Subscription watch(Tap watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  /// Puts a frame of our own onto the wire towards the guest, counted and shown like every other.
  /// May block for half a second where the guest takes nothing.
  ///
  /// @throws IOException where it cannot be sent
  public void inject(ByteBuffer frame) throws IOException {
    rx.inject(frame);
  }

  public RelayCounters counters() {
    return new RelayCounters(
        rx.packets(), tx.packets(), rx.bytes(), tx.bytes(), rx.drops() + tx.drops());
  }

  private void run(Direction direction) {
    try {
      direction.run();
    } catch (ClosedChannelException e) {
      // The run is over.
    } catch (IOException e) {
      if (!closing) {
        trouble.accept(
            "The guest's network is cut: " + e.getMessage() + ". The guest goes on without it.");
      }
    } finally {
      close();
    }
  }

  @Override
  public void close() {
    closing = true;
    for (var channel : new ByteChannel[] {guest, host}) {
      try {
        channel.close();
      } catch (IOException e) {
        // It is being given up.
      }
    }
  }

  /// Sees a frame in place; must not keep the buffer.
  @FunctionalInterface
  public interface Tap {
    void frame(boolean towardsGuest, ByteBuffer bytes, int offset, int length);
  }
}
