// SPDX-License-Identifier: Apache-2.0
/// A guest's memory, read from the host's side: the RAM file, where physical addresses lie in it,
/// and the guest's page tables. Everything in it was written by the guest and is bounded and
/// distrusted.
@NullMarked
package trilobite.runner.memory;

import org.jspecify.annotations.NullMarked;
