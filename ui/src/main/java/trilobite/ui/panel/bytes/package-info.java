// SPDX-License-Identifier: Apache-2.0
/// The bytes panel: a guest's memory as hex, with the fields that lie there.
@NullMarked
package trilobite.ui.panel.bytes;

import org.jspecify.annotations.NullMarked;
