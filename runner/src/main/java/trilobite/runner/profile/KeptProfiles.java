// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The profiles as they are now, understood once: every start of a guest asks for them, and reading
/// a dozen of them takes the processor for longer than QEMU needs to open its sockets. The user's
/// own are looked at again each time, and all are read anew where one of them changed. Safe from
/// any thread.
public final class KeptProfiles implements Supplier<Profiles> {

  private final Path config;
  private ProfileTexts own = new ProfileTexts(List.of(), List.of());
  private Optional<Profiles> profiles = Optional.empty();

  /// @param config Trilobite's configuration folder; its `profiles` may be absent
  public KeptProfiles(Path config) {
    this.config = config;
  }

  /// Blocks on the disk, the first time for some milliseconds.
  @Override
  public synchronized Profiles get() {
    var now = ProfileTexts.own(config);
    if (profiles.isPresent() && now.equals(own)) {
      return profiles.get();
    }
    // Whatever changed between the two looks is seen by the next.
    var read = Profiles.load(config);
    profiles = Optional.of(read);
    own = now;
    return read;
  }
}
