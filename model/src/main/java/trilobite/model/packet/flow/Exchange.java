// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

/// A request and the beginning of its answer.
///
/// @param request number of the packet in which the request begins
/// @param answer number of the packet in which the answer begins
/// @param millis between the two
public record Exchange(long request, long answer, double millis) {}
