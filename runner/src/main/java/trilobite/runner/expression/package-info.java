// SPDX-License-Identifier: Apache-2.0
/// What expressions mean in a guest: names by its symbols and debug information, values by its
/// memory. Every value comes with bounds on depth, elements, bytes, readings and time.
@NullMarked
package trilobite.runner.expression;

import org.jspecify.annotations.NullMarked;
