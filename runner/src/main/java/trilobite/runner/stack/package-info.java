// SPDX-License-Identifier: Apache-2.0
/// Stacks of a guest's threads: registers and memory are put into a core file, and gdb unwinds what
/// is in it.
@NullMarked
package trilobite.runner.stack;

import org.jspecify.annotations.NullMarked;
