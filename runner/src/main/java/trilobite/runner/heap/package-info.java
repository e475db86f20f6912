// SPDX-License-Identifier: Apache-2.0
/// An allocator's blocks, one by one: which are in use, how large, how their number changes.
@NullMarked
package trilobite.runner.heap;

import org.jspecify.annotations.NullMarked;
