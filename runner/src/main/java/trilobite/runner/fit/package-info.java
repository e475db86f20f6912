// SPDX-License-Identifier: Apache-2.0
/// Profiles held to images: which entries a build has, and which it has not.
@NullMarked
package trilobite.runner.fit;

import org.jspecify.annotations.NullMarked;
