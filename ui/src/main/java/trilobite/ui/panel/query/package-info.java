// SPDX-License-Identifier: Apache-2.0
/// The query panel: SQL over the shown guest and past runs.
@NullMarked
package trilobite.ui.panel.query;

import org.jspecify.annotations.NullMarked;
