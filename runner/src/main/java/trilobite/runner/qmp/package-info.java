// SPDX-License-Identifier: Apache-2.0

/// QEMU's monitor: commands with deadlines, events, and distrust of what comes back.
@NullMarked
package trilobite.runner.qmp;

import org.jspecify.annotations.NullMarked;
