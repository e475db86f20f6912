// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import trilobite.runner.profile.StackLayout.Queue;
import trilobite.runner.threads.Copy;

/// Where a build tells how many bytes wait in a socket's queue.
record QueueAt(
    Optional<Figure> bytes,
    Optional<Figure> room,
    Optional<Figure> from,
    Optional<Figure> to,
    Set<String> phantom,
    Optional<Figure> limit) {

  static QueueAt of(Members in, String what, Queue told) {
    return new QueueAt(
        in.number(what, told.bytes()),
        in.number(what, told.room()),
        in.number(what, told.from()),
        in.number(what, told.to()),
        told.phantom(),
        in.number("limit of the " + what, told.limit()));
  }

  /// The bytes; empty where only the room is known.
  OptionalLong waiting(Copy record, String state) throws IOException {
    if (bytes.isPresent()) {
      return OptionalLong.of(bytes.get().of(record));
    }
    if (from.isPresent() && to.isPresent()) {
      // Sequence numbers have 32 bits and go round.
      long apart = (to.get().of(record) - from.get().of(record)) & 0xffff_ffffL;
      return OptionalLong.of(Math.max(0, apart - (phantom.contains(state) ? 1 : 0)));
    }
    return OptionalLong.empty();
  }

  /// Most bytes that may wait; empty where the stack does not say.
  OptionalLong most(Copy record) throws IOException {
    return limit.isPresent() ? OptionalLong.of(limit.get().of(record)) : OptionalLong.empty();
  }

  /// Bytes that still fit; empty where the stack does not tell its queue that way.
  OptionalLong left(Copy record) throws IOException {
    return room.isPresent() ? OptionalLong.of(room.get().of(record)) : OptionalLong.empty();
  }
}
