// SPDX-License-Identifier: Apache-2.0
/// The memory panel: from what the guest was given to its live blocks.
@NullMarked
package trilobite.ui.panel.memory;

import org.jspecify.annotations.NullMarked;
