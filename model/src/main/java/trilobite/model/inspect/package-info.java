// SPDX-License-Identifier: Apache-2.0
/// Single questions to a guest and their answers: a value, some bytes, a place where something
/// stands, a stack.
@NullMarked
package trilobite.model.inspect;

import org.jspecify.annotations.NullMarked;
