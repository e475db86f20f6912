// SPDX-License-Identifier: Apache-2.0
package trilobite.model.inspect;

import java.util.Optional;
import java.util.OptionalLong;

/// An expression and its value.
///
/// @param value empty where the expression makes no sense; then `problem` says why
/// @param address where the value lies; empty for one that was calculated
/// @param torn what the guest changed while it was read, so that the parts may not fit together;
///   empty for a value that stood still
public record Printed(
    String expression,
    Optional<Value> value,
    OptionalLong address,
    Optional<Problem> problem,
    Optional<String> torn) {}
