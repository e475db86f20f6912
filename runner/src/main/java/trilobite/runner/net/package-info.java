// SPDX-License-Identifier: Apache-2.0

/// Sockets on which a run's QEMU connects to us.
@NullMarked
package trilobite.runner.net;

import org.jspecify.annotations.NullMarked;
