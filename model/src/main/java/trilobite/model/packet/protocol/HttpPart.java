// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.Packet;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.layer.Slice;

/// Which part of an HTTP/1 exchange a segment begins.
public enum HttpPart {
  NONE,
  REQUEST,
  ANSWER;

  /// Some nanoseconds for most segments.
  public static HttpPart of(Packet packet, Headers headers) {
    if (!headers.isTcp() || headers.payload() < 0 || headers.payloadLength() == 0) {
      return NONE;
    }
    var payload = Slice.of(packet.bytes()).from(headers.payload()).first(headers.payloadLength());
    if (!Http.begins(payload)) {
      return NONE;
    }
    return payload.u8(0) == 'H' && payload.u8(1) == 'T' ? ANSWER : REQUEST;
  }
}
