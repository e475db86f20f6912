// SPDX-License-Identifier: Apache-2.0
/// Raw memory of a guest's: bytes at a place, and places where bytes stand. What the guest has not
/// touched is never read, so that looking changes nothing.
@NullMarked
package trilobite.runner.dump;

import org.jspecify.annotations.NullMarked;
