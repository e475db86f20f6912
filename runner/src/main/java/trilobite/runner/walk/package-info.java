// SPDX-License-Identifier: Apache-2.0
/// Containers as kernels make them: lists, trees, tables, arrays. Each shape knows how to get from
/// its begin to the addresses of its elements; what the elements are it does not know.
@NullMarked
package trilobite.runner.walk;

import org.jspecify.annotations.NullMarked;
