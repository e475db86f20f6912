// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import trilobite.model.job.Job;
import trilobite.model.port.LiveGuest;

/// Looks for a guest of the open project that somebody else has started meanwhile, one look at a
/// time, while the window has none. JavaFX thread.
final class Lookout {

  private final Loader loader;
  private final Host host;
  private final BooleanSupplier taken;
  private final Consumer<LiveGuest> adopt;
  private boolean looking;

  /// @param taken whether the window has a guest, or is about to have one
  Lookout(Loader loader, Host host, BooleanSupplier taken, Consumer<LiveGuest> adopt) {
    this.loader = loader;
    this.host = host;
    this.taken = taken;
    this.adopt = adopt;
  }

  void look(Optional<Path> folder) {
    if (looking || taken.getAsBoolean() || folder.isEmpty()) {
      return;
    }
    looking = true;
    host.background(
        new Job<>("Look for running guests", _ -> loader.guest(folder.get())),
        found -> {
          looking = false;
          found.filter(_ -> !taken.getAsBoolean()).ifPresent(adopt);
        },
        _ -> looking = false);
  }
}
