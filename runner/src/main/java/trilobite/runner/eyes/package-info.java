// SPDX-License-Identifier: Apache-2.0
/// The guest as tables: what a profile knows, applied to a guest's memory.
@NullMarked
package trilobite.runner.eyes;

import org.jspecify.annotations.NullMarked;
