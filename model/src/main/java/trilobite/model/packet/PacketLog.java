// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The packets of a run as they lie on disk, each addressable by its number. Grows at its end while
/// the guest runs, and loses its oldest packets where it is full; views pull from it. Safe from any
/// thread but the JavaFX thread, because it reads files.
public interface PacketLog {

  /// What is there now. Looks for new packets first: some microseconds while few have come, up to a
  /// second for the first look at a capture of a million.
  ///
  /// @throws java.io.UncheckedIOException where packets are kept but cannot be read, with a
  ///   sentence that says why; asking again later may succeed
  PacketSpan span();

  /// Hands packets to `sink` in order, beginning with number `from` or the oldest one still kept.
  /// Sees those that the last [#span()] counted.
  ///
  /// @param most how many at most; reading a million takes about a second
  /// @return the number after the last one handed on, from where to read on
  /// @throws java.io.UncheckedIOException as [#span()]
  long read(long from, int most, Consumer<Packet> sink);

  /// Number of the first packet at or after run time `t` in ms, or the end. Two packets of opposite
  /// directions may lie microseconds out of order.
  ///
  /// @throws java.io.UncheckedIOException as [#span()]
  long numberAt(double t);

  /// True while more may come.
  boolean live();

  /// One packet; empty where it is not, or no longer, kept.
  ///
  /// @throws java.io.UncheckedIOException as [#span()]
  default Optional<Packet> packet(long number) {
    var found = new AtomicReference<Packet>();
    read(number, 1, found::set);
    return Optional.ofNullable(found.get()).filter(packet -> packet.number() == number);
  }
}
