// SPDX-License-Identifier: Apache-2.0

/// Wireshark and tshark, where they are installed.
@NullMarked
package trilobite.runner.shark;

import org.jspecify.annotations.NullMarked;
