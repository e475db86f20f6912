// SPDX-License-Identifier: Apache-2.0

/// The guests of this user: launched here, found under other owners, cleaned up after.
@NullMarked
package trilobite.runner.guests;

import org.jspecify.annotations.NullMarked;
