// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.List;
import java.util.Optional;

/// Rows of the guest's, read at one moment.
///
/// @param cut why there may be more than these: a bound was reached, or a list that the guest broke
///   ended early; empty where this is all
public record Listing<R>(List<R> rows, Optional<String> cut) {}
