// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.reach;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import trilobite.model.run.ForwardBinding;

/// What a probe needs to know of its run.
///
/// @param paused true while the guest's vCPUs stand still
/// @param now milliseconds on the run's clock
/// @param forwards from the host to the guest
public record Situation(
    BooleanSupplier paused, DoubleSupplier now, Supplier<List<ForwardBinding>> forwards) {}
