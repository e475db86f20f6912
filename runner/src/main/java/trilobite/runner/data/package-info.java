// SPDX-License-Identifier: Apache-2.0
/// The data that ships with the program: profiles, toolchains, templates.
@NullMarked
package trilobite.runner.data;

import org.jspecify.annotations.NullMarked;
