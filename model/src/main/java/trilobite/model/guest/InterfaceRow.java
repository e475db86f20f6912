// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.table.Meaning;

/// A network card of the guest's: its packets by the relay, its queues by QEMU.
public record InterfaceRow(
    @Meaning("QEMU's name of the card") String name,
    @Meaning(value = "hardware address", title = "MAC") String mac,
    @Meaning("what the guest's driver has acknowledged, in virtio's words") Optional<String> driver,
    @Meaning(value = "frames towards the guest", unit = "packets") OptionalLong rxPackets,
    @Meaning(value = "bytes towards the guest", unit = "bytes") OptionalLong rxBytes,
    @Meaning(value = "frames from the guest", unit = "packets") OptionalLong txPackets,
    @Meaning(value = "bytes from the guest", unit = "bytes") OptionalLong txBytes,
    @Meaning(value = "frames that were not handed on", unit = "packets") OptionalLong drops,
    @Meaning(value = "buffers to receive that QEMU has taken, counted modulo 65,536")
        OptionalLong rxAvail,
    @Meaning(value = "buffers that came back filled, counted modulo 65,536") OptionalLong rxUsed,
    @Meaning(value = "buffers to send that QEMU has taken, counted modulo 65,536")
        OptionalLong txAvail,
    @Meaning(value = "buffers that were sent, counted modulo 65,536") OptionalLong txUsed) {}
