// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.table.Meaning;

/// A packet of the guest's network.
public record PacketRow(
    @Meaning(value = "place among all packets kept since the run began", title = "No.") long number,
    @Meaning(value = "when it passed, on the run's clock", unit = "ms") double time,
    @Meaning("wall time") String wall,
    @Meaning(value = "rx: towards the guest; tx: from it", title = "Dir") String direction,
    @Meaning("address that sent it: of IP, or of the card where it is no IP") String source,
    @Meaning(value = "its TCP or UDP port", title = "Port") OptionalLong sourcePort,
    @Meaning("address that it is for") String destination,
    @Meaning(value = "its TCP or UDP port", title = "Port") OptionalLong destinationPort,
    @Meaning(value = "innermost protocol that is known", title = "Proto") String protocol,
    @Meaning(value = "bytes on the wire", unit = "bytes", title = "Len") long length,
    @Meaning("what it says, in one line") String info,
    @Meaning("what is remarkable about it, such as `retransmission`, `dropped`")
        Optional<String> mark,
    @Meaning("number of its connection in the table of flows") OptionalLong flow) {}
