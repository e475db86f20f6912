// SPDX-License-Identifier: Apache-2.0
/// C expressions about a guest's data, as text and as a tree. What they mean in a guest is the
/// runner's business; the window may check a text without one.
@NullMarked
package trilobite.model.expression;

import org.jspecify.annotations.NullMarked;
