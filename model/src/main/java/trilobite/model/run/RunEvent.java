// SPDX-License-Identifier: Apache-2.0
package trilobite.model.run;

import java.util.List;
import java.util.Optional;

/// What a run tells as it happens, in the order of the command line's JSON events.
public sealed interface RunEvent {

  /// QEMU was started (still stopped) with exactly this command.
  record Started(RunId run, long pid, List<String> command, Accelerator accelerator)
      implements RunEvent {}

  /// The first byte arrived on the serial console, ms since `cont`.
  record Booted(double firstByteMillis) implements RunEvent {}

  /// The ready pattern matched, ms since `cont`.
  record Ready(double readyMillis, List<ForwardBinding> forwards) implements RunEvent {}

  /// The state changed.
  record Changed(RunState state, String why) implements RunEvent {}

  /// Something worth telling that changes no state, such as a dropped sampler.
  record Note(double t, String text) implements RunEvent {}

  /// The run is over.
  record Ended(Verdict verdict, String why, Optional<Double> t) implements RunEvent {}
}
