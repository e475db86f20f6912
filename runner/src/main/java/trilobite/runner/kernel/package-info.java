// SPDX-License-Identifier: Apache-2.0
/// A profile's names, turned into addresses and offsets by one build's symbols and types.
@NullMarked
package trilobite.runner.kernel;

import org.jspecify.annotations.NullMarked;
