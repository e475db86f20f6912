// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Options that `run` and `demo` share.
final class RunOptions {

  /// When to stop watching.
  enum Until {
    ready,
    end
  }

  @Option(names = "--headless", description = "no window: say on standard output what happens")
  boolean headless;

  @Option(
      names = "--for",
      paramLabel = "10s",
      converter = Durations.class,
      description =
          "stop the guest this long after it is ready (after its start, without a ready pattern)")
  Optional<Duration> duration = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "ready|end",
      description = "stop watching at this event: the end, or ready for --detach")
  Optional<Until> until = Optional.empty();

  @Option(
      names = "--detach",
      description = "hand the guest to a background keeper that outlives this terminal")
  boolean detach;

  @Option(
      names = "--trust",
      description = "trust the project's present build commands and QEMU arguments")
  boolean trust;

  @Option(names = "--json", description = "one JSON object a line")
  boolean json;

  /// True where there is no use for a window.
  boolean windowless() {
    return headless || json || detach || duration.isPresent() || untilReady();
  }

  /// A detached guest lives on by itself: its terminal is free again once it is ready, unless more
  /// was asked for.
  boolean untilReady() {
    return until.map(u -> u == Until.ready).orElse(detach && duration.isEmpty());
  }
}
