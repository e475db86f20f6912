// SPDX-License-Identifier: Apache-2.0

/// Starts QEMU so that it can never outlive its owner.
@NullMarked
package trilobite.runner.guard;

import org.jspecify.annotations.NullMarked;
