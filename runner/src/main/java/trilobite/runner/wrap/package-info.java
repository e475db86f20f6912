// SPDX-License-Identifier: Apache-2.0

/// `trilobite wrap`: stands before QEMU on a command's `PATH`, and keeps what it starts in sight.
@NullMarked
package trilobite.runner.wrap;

import org.jspecify.annotations.NullMarked;
