// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.table.Meaning;

/// A connection of the guest's, with its other half on the host where that can be told. What its
/// stack does not keep, and nothing else tells, is empty.
public record SocketRow(
    @Meaning("tcp, udp or another protocol of the stack's") String protocol,
    @Meaning("as the stack says; of the forward where only the host has a half") String state,
    @Meaning("the guest's address and port") String local,
    @Meaning("the guest's port alone") long localPort,
    @Meaning("the other side's address and port, as the guest sees it") String remote,
    @Meaning("that port alone") long remotePort,
    @Meaning(value = "process at the other end, where this user may know it", title = "Host peer")
        Optional<String> peer,
    @Meaning(value = "its number on the host", title = "Peer PID") OptionalLong peerPid,
    @Meaning(value = "its socket's address and port on the host", title = "Host socket")
        Optional<String> peerSocket,
    @Meaning("which halves there are: guest, host or both") String halves,
    @Meaning(
            value =
                "bytes received and not read yet: what is missing of the widest window seen, where"
                    + " the stack tells it so",
            unit = "bytes",
            title = "Recv-Q")
        OptionalLong receiveQueue,
    @Meaning(value = "bytes written and not acknowledged yet", unit = "bytes", title = "Send-Q")
        OptionalLong sendQueue,
    @Meaning(value = "times that what is on its way was sent again", title = "Retr.")
        OptionalLong retransmits,
    @Meaning(value = "round trip, from the packets", unit = "ms", title = "RTT, ms")
        OptionalDouble rtt,
    @Meaning(
            value = "since its first packet, or since it was first seen",
            unit = "ms",
            title = "Age, ms")
        OptionalLong age,
    @Meaning("thread that waits for it, or was the last one seen to") Optional<String> thread,
    @Meaning(value = "that thread's number", title = "Thread ID") OptionalLong threadId,
    @Meaning("true where no thread has accepted it yet") boolean inBacklog,
    @Meaning(
            value = "where the stack keeps its record of it; 0 where only the host has a half",
            unit = "address")
        long address) {

  /// `halves` of a connection whose host side is not known, or not on this host.
  public static final String GUEST = "guest";

  /// `halves` of one that the host has and the guest does not.
  public static final String HOST = "host";

  /// `halves` of one that both have.
  public static final String BOTH = "both";
}
