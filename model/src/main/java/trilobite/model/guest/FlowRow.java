// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.table.Meaning;

/// A TCP connection or a UDP conversation of the guest's, as its packets tell it.
public record FlowRow(
    @Meaning(value = "counted from 1 on", title = "ID") long id,
    @Meaning(value = "tcp or udp", title = "Proto") String protocol,
    @Meaning("the guest's address") String guest,
    @Meaning(value = "the guest's port", title = "Port") long guestPort,
    @Meaning("the other end's address") String peer,
    @Meaning(value = "the other end's port", title = "Port") long peerPort,
    @Meaning("who sent the first packet: guest or peer") String opener,
    @Meaning("state that was seen on the wire") String state,
    @Meaning(value = "packets towards the guest", unit = "packets", title = "Rx") long rxPackets,
    @Meaning(value = "packets from the guest", unit = "packets", title = "Tx") long txPackets,
    @Meaning(value = "bytes carried towards the guest, headers not counted", unit = "bytes")
        long rxBytes,
    @Meaning(value = "bytes carried from the guest, headers not counted", unit = "bytes")
        long txBytes,
    @Meaning(value = "first packet, on the run's clock", unit = "ms") double first,
    @Meaning(value = "last packet, on the run's clock", unit = "ms") double last,
    @Meaning(
            value = "smoothed time that the guest took to acknowledge; empty without a sample",
            unit = "ms",
            title = "Guest RTT")
        OptionalDouble guestRtt,
    @Meaning(
            value = "smoothed time that the other end took to acknowledge",
            unit = "ms",
            title = "Peer RTT")
        OptionalDouble peerRtt,
    @Meaning(value = "segments sent again, both ways", title = "Retr") long retransmissions,
    @Meaning(value = "segments that came behind later ones", title = "Disorder") long outOfOrder,
    @Meaning(value = "times that an end said it had no room", title = "Zero win") long zeroWindows,
    @Meaning("resets, both ways") long resets,
    @Meaning(value = "SYNs that nobody answered", title = "Dropped SYN") long unansweredSyns,
    @Meaning("number of its first packet") long firstPacket,
    @Meaning("number of its last packet") long lastPacket,
    @Meaning("the flow that had the same ends before it") OptionalLong before) {}
