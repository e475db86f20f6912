// SPDX-License-Identifier: Apache-2.0

/// Folders of runs: the durable one, and the private one of sockets and guest RAM.
@NullMarked
package trilobite.runner.place;

import org.jspecify.annotations.NullMarked;
