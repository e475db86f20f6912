// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.layer;

import java.util.List;
import java.util.Optional;

/// One protocol's part of a packet.
///
/// @param name of the protocol, such as `IPv4`
/// @param text its gist in one line
/// @param offset of its header's first byte in the packet
/// @param length bytes of the header, without what it carries
/// @param trouble what is wrong with it, in words: cut short, a length that lies
public record Layer(
    String name,
    String text,
    int offset,
    int length,
    List<Field> fields,
    Optional<String> trouble) {}
