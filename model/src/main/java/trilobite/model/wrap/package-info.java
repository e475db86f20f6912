// SPDX-License-Identifier: Apache-2.0

/// What `trilobite wrap` adds to a QEMU command line that somebody else wrote, and how such a line
/// reads as a project.
@NullMarked
package trilobite.model.wrap;

import org.jspecify.annotations.NullMarked;
