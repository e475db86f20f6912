// SPDX-License-Identifier: Apache-2.0
/// Findings led to their causes: chains of steps, each with its words.
@NullMarked
package trilobite.model.why;

import org.jspecify.annotations.NullMarked;
