// SPDX-License-Identifier: Apache-2.0

/// Guests that Trilobite did not start: looked into through their processes, their monitors'
/// sockets and cores, and left exactly as they were.
@NullMarked
package trilobite.runner.attach;

import org.jspecify.annotations.NullMarked;
