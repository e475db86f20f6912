// SPDX-License-Identifier: Apache-2.0

/// The guests that run now, ours and others', with sparklines; and the way to attach to one.
@NullMarked
package trilobite.ui.panel.guests;

import org.jspecify.annotations.NullMarked;
