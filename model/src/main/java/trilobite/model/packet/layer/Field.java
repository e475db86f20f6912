// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.layer;

import java.util.List;

/// A field of a header.
///
/// @param value for people; text from the wire is already made visible
/// @param offset of its first byte in the packet
/// @param length bytes, 0 for a field that is derived from others
/// @param parts what it consists of, such as flags; may be empty
public record Field(String name, String value, int offset, int length, List<Field> parts) {}
