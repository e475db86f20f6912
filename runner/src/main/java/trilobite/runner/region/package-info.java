// SPDX-License-Identifier: Apache-2.0
/// What lies where in a guest's physical memory.
@NullMarked
package trilobite.runner.region;

import org.jspecify.annotations.NullMarked;
