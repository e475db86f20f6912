// SPDX-License-Identifier: Apache-2.0
/// Typed values in a guest's memory: paths such as `waits_on.owner.id` become offsets once, by the
/// debug information, and are then read at the cost of their pointers.
@NullMarked
package trilobite.runner.value;

import org.jspecify.annotations.NullMarked;
