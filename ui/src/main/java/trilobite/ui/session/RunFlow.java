// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import trilobite.model.job.Job;
import trilobite.model.job.Subscription;
import trilobite.model.port.Guests;
import trilobite.model.port.Jobs;
import trilobite.model.port.LaunchRequest;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Toast;

/// Starting, pausing and stopping the guest that the window's buttons act on.
final class RunFlow {

  private final Guests guests;
  private final Host host;
  private final RunWords words;
  private final ReadOnlyObjectWrapper<Optional<RunStatus>> status =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
  private final ReadOnlyObjectWrapper<Optional<LiveGuest>> guest =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Jobs.Running<LiveGuest>> launch = Optional.empty();
  private Subscription hearing = () -> {};

  /// A launch was asked for whose end nobody has heard of.
  private boolean starting;

  RunFlow(Guests guests, Host host, RunWords words) {
    this.guests = guests;
    this.host = host;
    this.words = words;
  }

  ReadOnlyObjectProperty<Optional<RunStatus>> status() {
    return status.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Phase> phase() {
    return phase.getReadOnlyProperty();
  }

  /// The guest acted on, which may have ended.
  ReadOnlyObjectProperty<Optional<LiveGuest>> guest() {
    return guest.getReadOnlyProperty();
  }

  boolean alive() {
    return status.get().filter(now -> now.state() != RunState.ENDED).isPresent();
  }

  void launch(OpenProject project) {
    launch(project, this::tell, this::tell);
  }

  void tell(Throwable failure) {
    host.toast(words.notStarted(failure));
  }

  /// @param untrusted called where the project's present content is not trusted
  /// @param unbuilt called where there is no image yet and a build would make one
  void launch(OpenProject project, Consumer<Throwable> untrusted, Consumer<Throwable> unbuilt) {
    if (alive() || phase.get() != Phase.IDLE) {
      return;
    }
    starting = true;
    var request = new LaunchRequest(project.folder(), project.target(), false, false);
    launch =
        Optional.of(
            host.background(
                new Job<>(
                    "Start " + BuildFlow.name(project), context -> guests.launch(request, context)),
                this::attach,
                failure -> {
                  starting = false;
                  phase.set(Phase.IDLE);
                  if (RunWords.untrusted(failure)) {
                    untrusted.accept(failure);
                  } else if (RunWords.unbuilt(failure)) {
                    unbuilt.accept(failure);
                  } else {
                    tell(failure);
                  }
                }));
    // Behind the start, which it would hold up; it may even be over.
    if (starting) {
      phase.set(Phase.STARTING);
    }
  }

  /// Acts on this guest from now on.
  void attach(LiveGuest next) {
    starting = false;
    phase.set(Phase.IDLE);
    hearing.close();
    hearing = next.listen(_ -> Fx.news());
    guest.set(Optional.of(next));
    status.set(Optional.of(next.status()));
    host.bring(WellKnown.CONSOLE);
  }

  /// Another project was opened.
  void detach() {
    hearing.close();
    guest.set(Optional.empty());
    status.set(Optional.empty());
  }

  void stop(Runnable then) {
    if (phase.get() == Phase.STARTING) {
      launch.ifPresent(Jobs.Running::cancel);
      return;
    }
    guest
        .get()
        .filter(_ -> alive())
        .ifPresent(
            living ->
                command(
                    living.limits().detach() ? "Detach from" : "Stop",
                    Phase.STOPPING,
                    living::stop,
                    then));
  }

  void pauseOrResume() {
    guest
        .get()
        .filter(_ -> alive())
        .ifPresent(
            living -> {
              boolean paused = living.status().state() == RunState.PAUSED;
              command(
                  paused ? "Resume" : "Pause",
                  Phase.IDLE,
                  paused ? living::resume : living::pause,
                  () -> {});
            });
  }

  /// Once a frame: takes the guest's present status.
  void tick() {
    if (phase.get() == Phase.STARTING
        && launch.map(job -> job.result().isCancelled()).orElse(true)) {
      phase.set(Phase.IDLE);
    }
    guest
        .get()
        .map(LiveGuest::status)
        .filter(now -> !Optional.of(now).equals(status.get()))
        .ifPresent(this::changed);
  }

  private void changed(RunStatus now) {
    boolean endedNow = alive() && now.state() == RunState.ENDED;
    status.set(Optional.of(now));
    if (endedNow) {
      words.ended(now).ifPresent(host::toast);
    }
  }

  private void command(String verb, Phase during, Action action, Runnable then) {
    phase.set(during);
    host.background(
        new Job<>(
            verb + " the guest",
            _ -> {
              action.run();
              return true;
            }),
        _ -> {
          phase.set(Phase.IDLE);
          tick();
          then.run();
        },
        failure -> {
          phase.set(Phase.IDLE);
          host.toast(Toast.error(verb + " failed", Words.of(failure)));
        });
  }

  /// What a guest can be told.
  private interface Action {
    void run() throws java.io.IOException;
  }

  /// What is under way that the guest's own status does not show yet.
  enum Phase {
    IDLE,
    STARTING,
    STOPPING
  }
}
