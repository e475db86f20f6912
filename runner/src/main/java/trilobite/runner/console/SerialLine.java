// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/// A guest's serial console as its owner has it.
public interface SerialLine extends AutoCloseable {

  /// Completes with the run time of the first byte.
  CompletableFuture<Double> firstByte();

  /// Completes when everything that the guest sent is in the store.
  CompletableFuture<Void> drained();

  /// Unparks this thread whenever there is more to read.
  void wake(Thread follower);

  /// Types bytes; returns before the guest has read them.
  ///
  /// @throws IOException where the guest is gone, or nothing can be typed; fit for people
  void type(byte[] bytes) throws IOException;

  /// Why nothing can ever be typed here; empty where it can.
  default String untyped() {
    return "";
  }

  @Override
  void close();
}
