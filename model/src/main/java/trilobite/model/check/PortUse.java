// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.OptionalLong;

/// A port that somebody listens on.
///
/// @param process name of the owner, empty where it may not be seen
public record PortUse(String proto, String address, int port, String process, OptionalLong pid) {}
