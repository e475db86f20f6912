// SPDX-License-Identifier: Apache-2.0

/// Writing users' files so that a crash or a full disk loses nothing.
@NullMarked
package trilobite.runner.file;

import org.jspecify.annotations.NullMarked;
