// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.ThreadLayout;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;

/// Where a build keeps what its threads have open, and which of it are sockets.
///
/// @param operations address that the kind of a file is where it is a socket
record FilesPlan(
    NumberAt shared,
    NumberAt array,
    NumberAt count,
    NumberAt kind,
    long operations,
    NumberAt holds,
    NumberAt record,
    Optional<NumberAt> back) {

  static FilesPlan of(ThreadPlan.In in, ThreadLayout.Files told) throws PathException {
    var file = in.of(told.file());
    var socket = in.of(told.socket());
    return new FilesPlan(
        in.need(told.shared()),
        in.need(told.array()),
        in.need(told.count()),
        file.need(told.kind()),
        in.program().address(told.sockets()),
        file.need(told.holds()),
        socket.need(told.record()),
        socket.number(told.back()));
  }

  /// The network stack's record of the socket that a file is; empty for other files.
  OptionalLong socket(Memory memory, long file) throws IOException {
    if (kind.read(memory, file) != operations) {
      return OptionalLong.empty();
    }
    long socket = holds.read(memory, file);
    boolean belongs = socket != 0 && (back.isEmpty() || back.get().read(memory, socket) == file);
    return belongs ? OptionalLong.of(record.read(memory, socket)) : OptionalLong.empty();
  }
}
