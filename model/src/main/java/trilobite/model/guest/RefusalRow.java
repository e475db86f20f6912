// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.OptionalDouble;
import trilobite.model.table.Meaning;

/// How a TCP port of the guest's answered those who wanted to connect, counted from its packets.
public record RefusalRow(
    @Meaning("the guest's port") long port,
    @Meaning(value = "connections that were asked for", unit = "connections") long asked,
    @Meaning(value = "those whose SYN was answered", unit = "connections") long answered,
    @Meaning(
            value = "SYNs that nobody answered: the backlog or the memory for connections was full",
            unit = "packets")
        long ignored,
    @Meaning(value = "first SYN that nobody answered, on the run's clock", unit = "ms")
        OptionalDouble ignoredFirst,
    @Meaning(value = "last SYN that nobody answered", unit = "ms") OptionalDouble ignoredLast,
    @Meaning(
            value = "connections made and reset before the guest sent a byte: nobody accepts them",
            unit = "connections")
        long dropped,
    @Meaning(value = "first of these, on the run's clock", unit = "ms") OptionalDouble droppedFirst,
    @Meaning(value = "last of these", unit = "ms") OptionalDouble droppedLast,
    @Meaning(value = "SYNs answered by a reset: nobody listens", unit = "packets") long closed,
    @Meaning(value = "first of these, on the run's clock", unit = "ms") OptionalDouble closedFirst,
    @Meaning(value = "last of these", unit = "ms") OptionalDouble closedLast,
    @Meaning(
            value =
                "SYNs answered by an old connection of the same two ports, in TIME_WAIT as a rule;"
                    + " they are sent again until that is over",
            unit = "packets",
            title = "Old connection")
        long old,
    @Meaning(value = "first of these, on the run's clock", unit = "ms") OptionalDouble oldFirst,
    @Meaning(value = "last of these", unit = "ms") OptionalDouble oldLast) {}
