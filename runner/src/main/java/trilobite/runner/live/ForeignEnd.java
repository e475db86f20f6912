// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.util.Optional;

/// Why a QEMU of somebody else's is gone: by what it said before. Safe from any thread.
final class ForeignEnd {

  private Optional<Cause> said = Optional.empty();

  /// Its owner asked the guest to power off. What QEMU says after that counts more.
  synchronized void powerAsked() {
    said = said.or(() -> Optional.of(new Cause.Owners("after asking the guest to power off")));
  }

  /// The end that something means; empty where it is none yet.
  synchronized Optional<Cause> of(Cause cause) {
    return switch (cause) {
      case Cause.Shutdown(var reason) when reason.startsWith("host") -> {
        // Behind the guest's own word, that is only how QEMU was cleared away.
        said = said.or(() -> Optional.of(new Cause.Owners(reason)));
        yield Optional.empty();
      }
      case Cause.Shutdown shutdown -> {
        said = Optional.of(shutdown);
        yield Optional.empty();
      }
      case Cause.Panicked panicked -> {
        said = Optional.of(panicked);
        yield Optional.empty();
      }
      case Cause.Gone gone -> Optional.of(said.orElseGet(Cause.Left::new));
      case Cause.Broken(var why) -> Optional.of(new Cause.Unwatched(why));
      // Nobody here may decide that it is over.
      case Cause.Asked asked -> Optional.empty();
      case Cause.PanicLine line -> Optional.empty();
      case Cause.Stuck stuck -> Optional.empty();
      case Cause.Late late -> Optional.empty();
      case Cause.Owners owners -> Optional.of(owners);
      case Cause.Left left -> Optional.of(left);
      case Cause.Unwatched unwatched -> Optional.of(unwatched);
    };
  }
}
