// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import trilobite.model.job.JobContext;
import trilobite.model.port.AttachRequest;
import trilobite.model.port.CoreRequest;
import trilobite.model.port.Elsewhere;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.ForeignGuest;
import trilobite.model.run.RunState;

/// Guests of other programs, as a test wants them.
public final class FakeElsewhere implements Elsewhere {

  private final List<ForeignGuest> guests = new CopyOnWriteArrayList<>();
  private final List<AttachRequest> requests = new CopyOnWriteArrayList<>();
  private volatile Optional<String> failure = Optional.empty();
  private volatile Optional<String> refusal = Optional.empty();

  public FakeElsewhere add(ForeignGuest guest) {
    guests.add(guest);
    return this;
  }

  /// Looking fails with this message from now on.
  public void fail(String message) {
    failure = Optional.of(message);
  }

  /// Attaching is refused with this message from now on.
  public void refuse(String message) {
    refusal = Optional.of(message);
  }

  public List<AttachRequest> requests() {
    return requests;
  }

  @Override
  public List<ForeignGuest> guests() throws IOException {
    if (failure.isPresent()) {
      throw new IOException(failure.get());
    }
    return List.copyOf(guests);
  }

  @Override
  public LiveGuest attach(AttachRequest request, JobContext context) throws LaunchException {
    requests.add(request);
    if (refusal.isPresent()) {
      throw new LaunchException(LaunchException.Reason.MACHINE, refusal.get(), List.of());
    }
    return new FakeGuest(77, RunState.RUNNING);
  }

  @Override
  public LiveGuest core(CoreRequest request) throws IOException {
    throw new IOException("a test has no cores");
  }
}
