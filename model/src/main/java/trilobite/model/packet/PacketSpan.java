// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet;

import java.util.Optional;

/// Which packets a capture holds at one moment: numbers `first` to `end`, that one excluded.
///
/// @param first number of the oldest packet still kept; those before it gave way to newer ones
/// @param end one more than the newest packet's number; equal to `first` where there is none
/// @param missed packets that passed the guest's network but came too fast for the disk
/// @param trouble what is wrong with a file, in one sentence; packets before that place are good
public record PacketSpan(long first, long end, long missed, Optional<String> trouble) {

  /// Nothing captured.
  public static final PacketSpan NONE = new PacketSpan(1, 1, 0, Optional.empty());

  /// Packets that can be read.
  public long count() {
    return end - first;
  }

  /// Packets that were kept once and gave way to newer ones.
  public long evicted() {
    return first - 1;
  }
}
