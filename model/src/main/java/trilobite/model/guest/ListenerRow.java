// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.table.Meaning;

/// A socket of the guest's that waits for others. What its stack does not keep, and nothing else
/// tells, is empty.
public record ListenerRow(
    @Meaning("tcp, udp or another protocol of the stack's") String protocol,
    @Meaning(value = "address and port that it listens on", title = "Listening on") String local,
    @Meaning("the port alone") long port,
    @Meaning("thread that accepts: it waits for the socket, or was the last one seen to")
        Optional<String> thread,
    @Meaning(value = "that thread's number", title = "Thread ID") OptionalLong threadId,
    @Meaning("connections that count against the backlog's limit") OptionalLong backlog,
    @Meaning(value = "most of those before a SYN is ignored", title = "Limit")
        OptionalLong backlogLimit,
    @Meaning(
            value =
                "whole connections in the accept mailbox, which no thread has accepted yet;"
                    + " of a datagram socket, datagrams",
            title = "Mailbox")
        OptionalLong mailbox,
    @Meaning(
            value = "most of those before a connection is reset, or a datagram dropped",
            title = "Mailbox limit")
        OptionalLong mailboxLimit,
    @Meaning(value = "connections between SYN and the handshake's end", title = "Half open")
        OptionalLong halfOpen,
    @Meaning("connections, or datagrams, that threads have taken so far") OptionalLong accepted,
    @Meaning(
            value = "SYNs ignored because the backlog was full, from the packets",
            title = "SYN dropped")
        OptionalLong synDropped,
    @Meaning(
            value = "SYNs ignored though there was room: no control block was free",
            title = "No PCB")
        OptionalLong noPcb,
    @Meaning(
            value = "connections reset right after their handshake: the accept mailbox was full",
            title = "Reset")
        OptionalLong reset,
    @Meaning(
            value =
                "SYNs answered by an old connection of the same two ports, in TIME_WAIT as a rule;"
                    + " the client waits and sends again",
            title = "Old connection")
        OptionalLong oldAnswers,
    @Meaning("open, full, or overflow where connections were refused since it is full")
        String state,
    @Meaning(
            value = "since when it is full without a break, on the run's clock",
            unit = "ms",
            title = "Full since, ms")
        OptionalLong fullSince,
    @Meaning(
            value = "bytes of datagrams that wait to be read; empty where the stack keeps none",
            unit = "bytes",
            title = "Recv-Q")
        OptionalLong receiveQueue,
    @Meaning(
            value = "most of those before datagrams are dropped",
            unit = "bytes",
            title = "Recv buffer")
        OptionalLong receiveLimit,
    @Meaning(value = "where the stack keeps its record of the socket", unit = "address")
        long address) {

  /// `state` of one that has room.
  public static final String OPEN = "open";

  /// `state` of one that takes no further connection.
  public static final String FULL = "full";

  /// `state` of one that is full and has refused connections since.
  public static final String OVERFLOW = "overflow";

  /// True where it gets single datagrams, not connections.
  public boolean datagrams() {
    return protocol.equals("udp");
  }

  /// True where it takes no further connection.
  public boolean full() {
    return !state.equals(OPEN);
  }

  /// Connections that wait, by whichever queue limits them; empty where the stack has none.
  public OptionalLong waiting() {
    return backlogLimit.isPresent() ? backlog : mailbox;
  }

  /// Most that may wait there.
  public OptionalLong limit() {
    return backlogLimit.isPresent() ? backlogLimit : mailboxLimit;
  }

  /// All that were refused, however; empty where nothing counts them.
  public OptionalLong refused() {
    if (synDropped.isEmpty() && noPcb.isEmpty() && reset.isEmpty()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(synDropped.orElse(0) + noPcb.orElse(0) + reset.orElse(0));
  }
}
