// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.table.Meaning;

/// A thread of the guest. What its kernel does not keep is empty.
public record ThreadRow(
    @Meaning(value = "the kernel's number for the thread", title = "ID") long id,
    @Meaning("name that the kernel gave it") String name,
    @Meaning("what the scheduler says of it, in the OS profile's words") String state,
    @Meaning(value = "vCPU that it runs on, from 0; empty unless it runs", title = "vCPU")
        OptionalLong vcpu,
    @Meaning(
            value = "share of one vCPU since the reading before; empty in the first",
            unit = "%",
            title = "CPU %")
        OptionalDouble cpu,
    @Meaning(
            value = "CPU time so far; of the running thread with the slice that goes on",
            unit = "ns",
            title = "Run time")
        OptionalLong runTime,
    @Meaning(value = "how often it was given a CPU so far") OptionalLong switches,
    @Meaning(
            value = "how often a second, since the reading before; empty in the first",
            title = "Switches/s")
        OptionalDouble switchRate,
    @Meaning(value = "bytes of its stack below the saved stack pointer", unit = "bytes")
        OptionalLong stackUsed,
    @Meaning(value = "bytes of its stack", unit = "bytes") OptionalLong stackSize,
    @Meaning(value = "deepest use of its stack so far", unit = "bytes") OptionalLong stackPeak,
    @Meaning("kind and name of what it waits for") Optional<String> waitsFor,
    @Meaning(
            value =
                "how long it has waited: by the kernel's stamp where it keeps one, else at least"
                    + " since it was first seen to",
            unit = "ns")
        OptionalLong waited,
    @Meaning("thread that holds what it waits for") Optional<String> holder,
    @Meaning(value = "the holder's number", title = "Holder ID") OptionalLong holderId,
    @Meaning(
            value = "how long at least that thread has held it: since it was first seen to",
            unit = "ns",
            title = "Held for")
        OptionalLong held,
    @Meaning("where it goes on once it runs, the scheduler's own functions left out")
        Optional<String> top,
    @Meaning(value = "where the kernel keeps its record of the thread", unit = "address")
        long address) {}
