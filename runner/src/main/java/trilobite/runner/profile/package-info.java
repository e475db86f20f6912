// SPDX-License-Identifier: Apache-2.0
/// OS profiles: what is known of a kernel, as data. A profile names symbols and shapes, never
/// addresses.
@NullMarked
package trilobite.runner.profile;

import org.jspecify.annotations.NullMarked;
