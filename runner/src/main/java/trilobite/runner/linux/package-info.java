// SPDX-License-Identifier: Apache-2.0
/// What a Linux kernel carries of itself in its memory: the names of its symbols and, in BTF, its
/// types. With them a guest is read whose image has no symbols and for which no debug package is
/// there. Everything is the guest's, bounded and distrusted.
@NullMarked
package trilobite.runner.linux;

import org.jspecify.annotations.NullMarked;
