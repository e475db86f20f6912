// SPDX-License-Identifier: Apache-2.0

/// Images of guests as files: what they are and how they boot.
@NullMarked
package trilobite.model.image;

import org.jspecify.annotations.NullMarked;
