// SPDX-License-Identifier: Apache-2.0

/// Capture files: how they are laid out, and reading them while they grow, rotate or end
/// mid-packet.
@NullMarked
package trilobite.runner.capture;

import org.jspecify.annotations.NullMarked;
