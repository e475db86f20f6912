// SPDX-License-Identifier: Apache-2.0

/// A guest's life in the process that owns it: started, watched, ended, remembered.
@NullMarked
package trilobite.runner.live;

import org.jspecify.annotations.NullMarked;
