// SPDX-License-Identifier: Apache-2.0

/// The packet relay between a guest's network card and the host's network.
@NullMarked
package trilobite.runner.relay;

import org.jspecify.annotations.NullMarked;
