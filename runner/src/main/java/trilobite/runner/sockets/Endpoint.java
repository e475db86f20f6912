// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.util.List;
import java.util.OptionalLong;

/// A socket of the guest's, as it was at one moment of a reading.
///
/// @param list index of the plan's list that it is in
/// @param listens true for one that waits for others to connect
/// @param receiveRoom bytes that still fit into the receive queue, where that is how it is told
/// @param receiveLimit most bytes that may wait to be read
/// @param unaccepted true where no thread has accepted it yet
/// @param listener address of its listener's record; 0 where not known
/// @param number by which threads select it
/// @param queued connections in its accept mailbox, or datagrams that wait to be read
/// @param taken connections ever taken out of that
/// @param room that fit into it
/// @param waits addresses that threads wait on for it
record Endpoint(
    Key key,
    int list,
    String protocol,
    boolean listens,
    String state,
    boolean quiet,
    OptionalLong receive,
    OptionalLong receiveRoom,
    OptionalLong receiveLimit,
    OptionalLong send,
    OptionalLong sendRoom,
    OptionalLong retransmits,
    OptionalLong backlog,
    OptionalLong backlogLimit,
    boolean unaccepted,
    long listener,
    OptionalLong number,
    OptionalLong queued,
    OptionalLong taken,
    OptionalLong room,
    List<Long> waits) {

  /// What tells one socket from another that gets its place later.
  record Key(long address, Host local, long localPort, Host remote, long remotePort) {}
}
