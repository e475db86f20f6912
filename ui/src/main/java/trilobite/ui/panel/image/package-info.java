// SPDX-License-Identifier: Apache-2.0

/// One image that no project of ours made: what it is, why, and how it would boot.
@NullMarked
package trilobite.ui.panel.image;

import org.jspecify.annotations.NullMarked;
