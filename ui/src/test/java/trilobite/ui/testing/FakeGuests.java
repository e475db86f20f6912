// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import trilobite.model.job.JobContext;
import trilobite.model.port.Guests;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LaunchRequest;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.RunState;

/// Starts fake guests, or fails as told.
public final class FakeGuests implements Guests {

  private final Predicate<Path> trusted;
  private final List<FakeGuest> guests = new CopyOnWriteArrayList<>();
  private final List<LaunchRequest> requests = new CopyOnWriteArrayList<>();
  private volatile Optional<LaunchException> failure = Optional.empty();
  private volatile RunState firstState = RunState.RUNNING;

  /// @param trusted whether a project's present content may run
  FakeGuests(Predicate<Path> trusted) {
    this.trusted = trusted;
  }

  public void failWith(LaunchException next) {
    failure = Optional.of(next);
  }

  public void work() {
    failure = Optional.empty();
  }

  /// The state of guests launched from now on.
  public void startAs(RunState state) {
    firstState = state;
  }

  /// A guest that some owner runs already.
  public FakeGuest add(FakeGuest guest) {
    guests.add(guest);
    return guest;
  }

  /// What was let through.
  public List<LaunchRequest> requests() {
    return requests;
  }

  public FakeGuest newest() {
    return guests.getLast();
  }

  public int count() {
    return guests.size();
  }

  @Override
  public LiveGuest launch(LaunchRequest request, JobContext context) throws LaunchException {
    if (!request.trust() && !trusted.test(request.folder())) {
      throw new LaunchException(
          LaunchException.Reason.UNTRUSTED, "It is not trusted; nothing of it was run.", List.of());
    }
    requests.add(request);
    if (failure.isPresent()) {
      throw failure.get();
    }
    return add(new FakeGuest(19L + guests.size(), firstState));
  }

  @Override
  public List<LiveGuest> running() {
    return guests.stream()
        .filter(guest -> guest.status().state().alive())
        .map(LiveGuest.class::cast)
        .toList();
  }
}
