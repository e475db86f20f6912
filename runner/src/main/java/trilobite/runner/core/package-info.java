// SPDX-License-Identifier: Apache-2.0

/// Writes cores of whole guests through QEMU's monitor.
@NullMarked
package trilobite.runner.core;

import org.jspecify.annotations.NullMarked;
