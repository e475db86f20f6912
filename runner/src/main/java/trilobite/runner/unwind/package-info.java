// SPDX-License-Identifier: Apache-2.0
/// Unwinds stacks by tables that a kernel carries in its own memory. Tables and stacks are the
/// guest's: every look-up and every walk has a bound.
@NullMarked
package trilobite.runner.unwind;

import org.jspecify.annotations.NullMarked;
