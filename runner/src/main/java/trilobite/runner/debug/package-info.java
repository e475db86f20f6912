// SPDX-License-Identifier: Apache-2.0
/// Layouts of a guest's types, asked of gdb once for each build and kept. Files of debug
/// information are hostile: gdb runs no code of theirs, with limits, and what it says is checked.
@NullMarked
package trilobite.runner.debug;

import org.jspecify.annotations.NullMarked;
