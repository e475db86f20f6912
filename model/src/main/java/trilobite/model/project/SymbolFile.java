// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

import java.util.OptionalLong;

/// Debug symbols of one of the images in a guest.
///
/// @param role `loader`, `kernel` or `app`
/// @param base load address; empty for `auto`
public record SymbolFile(String file, String role, OptionalLong base) {}
