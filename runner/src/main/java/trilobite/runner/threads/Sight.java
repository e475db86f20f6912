// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.util.Optional;
import java.util.OptionalLong;

/// One thread, as it was at one moment during a reading.
///
/// @param runTime up to when it last lost the CPU; empty where the kernel does not count
/// @param since when the running thread got the CPU, on the kernel's clock
/// @param turns how often it got the CPU
/// @param vcpu on which a running one runs, where the kernel keeps that
record Sight(
    long address,
    long id,
    String name,
    String state,
    boolean running,
    OptionalLong runTime,
    long since,
    long turns,
    OptionalLong vcpu,
    Optional<StackPlan.Stack> stack,
    Optional<WaitPlan.Waiting> waiting,
    Optional<String> top) {}
