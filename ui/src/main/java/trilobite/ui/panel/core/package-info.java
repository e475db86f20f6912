// SPDX-License-Identifier: Apache-2.0
/// The page that writes a core of the guest that is shown.
@NullMarked
package trilobite.ui.panel.core;

import org.jspecify.annotations.NullMarked;
