// SPDX-License-Identifier: Apache-2.0

/// What this machine has and can do, found out by trying.
@NullMarked
package trilobite.runner.machine;

import org.jspecify.annotations.NullMarked;
