// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

/// Packets whose mark came or went after they had been taken in: a SYN counts as dropped only once
/// nobody answered it.
///
/// @param next what to ask with the next time
/// @param missed true where more changed than is remembered, so that any packet may have
/// @param numbers of packets, each once, in order
// An array, because thousands may change at once.
@SuppressWarnings("ArrayRecordComponent")
public record MarkChanges(long next, boolean missed, long[] numbers) {}
