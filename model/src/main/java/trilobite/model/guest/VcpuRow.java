// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.table.Meaning;

/// A virtual CPU, as QEMU and the host's kernel tell of it.
public record VcpuRow(
    @Meaning(value = "number of the vCPU, from 0", title = "vCPU") int vcpu,
    @Meaning("running, halted or paused") String state,
    @Meaning(
            value = "share of one host core since the reading before; empty in the first",
            unit = "%",
            title = "Host CPU %")
        OptionalDouble cpu,
    @Meaning(value = "time it ran on the host so far", unit = "ns", title = "Host time")
        OptionalLong hostTime,
    @Meaning(value = "host thread that runs it", title = "Thread") long thread,
    @Meaning("1 while it waits for an interrupt") boolean halted,
    @Meaning("1 while it takes interrupts") boolean interrupts,
    @Meaning(
            value = "address of its next instruction; may be the begin of a block of them",
            unit = "address",
            title = "RIP")
        long rip,
    @Meaning("function that the address lies in") Optional<String> function) {}
