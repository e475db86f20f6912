// SPDX-License-Identifier: Apache-2.0
package trilobite.model.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.time.RunClock;

/// One consistent snapshot of a run. Times are ms since `cont`.
///
/// @param pid QEMU's own process
/// @param clock present from `cont` on
/// @param firstByte first byte on the serial console
/// @param ready when the ready pattern matched
/// @param processMillis host time from fork of QEMU to `cont`, shown apart from boot time
/// @param why one sentence behind the verdict, or behind a state that needs one
/// @param endedAt run time of the end
public record RunStatus(
    RunId id,
    String project,
    String target,
    RunState state,
    Optional<Verdict> verdict,
    String why,
    OptionalLong pid,
    Optional<Accelerator> accelerator,
    Optional<RunClock> clock,
    OptionalDouble processMillis,
    OptionalDouble firstByte,
    OptionalDouble ready,
    List<ForwardBinding> forwards,
    OptionalDouble endedAt) {}
