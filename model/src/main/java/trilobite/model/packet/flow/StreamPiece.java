// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.nio.ByteBuffer;

/// Bytes that one end of a connection sent, in the order in which its receiver reads them.
///
/// @param number packet in which they passed first
/// @param t when, in ms on the run's clock
/// @param missing bytes before these that are not in the capture
public record StreamPiece(
    boolean fromGuest, long number, double t, ByteBuffer bytes, long missing) {}
