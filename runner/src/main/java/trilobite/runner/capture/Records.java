// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import trilobite.model.packet.Packet;

/// The packets of one file, each addressable by its number. For one thread at a time.
interface Records extends Closeable {

  /// Number of the first packet.
  long first();

  /// One more than the last packet's number, as of the last [#scan()].
  long end();

  /// What is wrong with the file, such as where it is damaged.
  Optional<String> trouble();

  /// Finds the packets that were added.
  void scan() throws IOException;

  /// Bytes behind the last whole packet, as of the last [#scan()].
  long rest() throws IOException;

  /// Appends packets to `out`, from number `from` on, at most `most` and at most about a megabyte.
  ///
  /// @param time turns wall time in ns into the log's
  void read(long from, int most, LongToDoubleFunction time, List<Packet> out) throws IOException;

  /// Wall time of a packet, in ns since 1970.
  long nanosOf(long number) throws IOException;
}
