// SPDX-License-Identifier: Apache-2.0
/// HTTP load for a guest, sent at a chosen rate through its forward.
@NullMarked
package trilobite.runner.load;

import org.jspecify.annotations.NullMarked;
