// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import trilobite.model.port.CoreRequest;
import trilobite.model.port.Elsewhere;
import trilobite.model.port.LiveGuest;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.profile.Profiles;

/// Guests that were not started here.
public final class ForeignGuests implements Elsewhere, AutoCloseable {

  private final Supplier<Profiles> profiles;
  private final GuestTypes types;
  private final List<CoreGuest> cores = new CopyOnWriteArrayList<>();

  public ForeignGuests(Supplier<Profiles> profiles, GuestTypes types) {
    this.profiles = profiles;
    this.types = types;
  }

  @Override
  public LiveGuest core(CoreRequest request) throws IOException {
    var guest = CoreGuest.open(request, profiles, types);
    cores.add(guest);
    return guest;
  }

  @Override
  public void close() {
    cores.forEach(CoreGuest::close);
  }
}
