// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.layer.Slice;

/// The pseudo header that checksums of TCP, UDP and ICMPv6 cover (RFC 9293, section 3.1; RFC 8200,
/// section 8.1).
///
/// @param addresses source and destination
/// @param whole false for a fragment or a packet of which not all was captured
record Pseudo(Slice addresses, int protocol, boolean whole) {

  long sum(int length) {
    return Checksum.sum(addresses) + protocol + (length & 0xffff) + (length >>> 16);
  }
}
