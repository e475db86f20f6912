// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.connections;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.value.ChangeListener;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.guest.Views;
import trilobite.model.job.Subscription;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.ui.fx.Fx;
import trilobite.ui.grid.GuestWatch;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.ShownRun;

/// Looks at the shown guest's listeners for as long as the window is open, so that a full one is
/// told even by a tab that nobody has opened: twice a second while its panel can be seen, else
/// every few seconds, since a window at rest should rest. Threads are read only while one is full.
/// JavaFX thread only.
final class ListenerWatch {

  private static final long GLANCE_MILLIS = 2_000;

  private final Desk desk;
  private final GuestWatch<Look> watch;
  private final ReadOnlyLongWrapper troubles = new ReadOnlyLongWrapper(0);
  private final ChangeListener<Optional<ShownRun>> runChanged = (_, _, _) -> begin();
  private Optional<Look> last = Optional.empty();
  private Optional<Subscription> glances = Optional.empty();
  private Consumer<Optional<Look>> follower = _ -> {};

  /// What was read at once.
  ///
  /// @param threads none while no listener is full
  record Look(Measured<Listing<ListenerRow>> listeners, List<ThreadRow> threads) {

    static Look at(LiveGuest guest) {
      var listeners = guest.eyes().see(Views.LISTENERS);
      var full =
          ConnectionsModel.troubles(listeners.value().map(Listing::rows).orElse(List.of())) > 0;
      return new Look(
          listeners,
          full ? guest.eyes().threads().value().map(Listing::rows).orElse(List.of()) : List.of());
    }

    List<ListenerRow> rows() {
      return listeners.value().map(Listing::rows).orElse(List.of());
    }
  }

  ListenerWatch(Desk desk) {
    this.desk = desk;
    watch = new GuestWatch<>(desk, "Read listeners", Look::at, this::take);
  }

  void start() {
    desk.session().run().addListener(runChanged);
    shown(false);
  }

  /// Whether the panel can be seen.
  void shown(boolean visible) {
    glances.ifPresent(Subscription::close);
    glances = visible ? Optional.empty() : Optional.of(Fx.pull(GLANCE_MILLIS, watch::again));
    watch.visible(visible);
  }

  private void begin() {
    last = Optional.empty();
    troubles.set(0);
    follower.accept(last);
    watch.again();
  }

  private void take(LiveGuest from, Look look) {
    if (!desk.session().run().get().flatMap(ShownRun::live).equals(Optional.of(from))) {
      return;
    }
    // What was read before is worth more than the reason why nothing comes now.
    if (look.listeners().value().isPresent() || last.isEmpty()) {
      last = Optional.of(look);
      troubles.set(ConnectionsModel.troubles(look.rows()));
      follower.accept(last);
    }
  }

  /// Hears of each reading from now on, and of the last one at once; of none where another run is
  /// shown.
  void follow(Consumer<Optional<Look>> listener) {
    follower = listener;
    listener.accept(last);
  }

  /// How many listeners are full.
  ReadOnlyLongProperty troubles() {
    return troubles.getReadOnlyProperty();
  }

  void stop() {
    glances.ifPresent(Subscription::close);
    watch.visible(false);
    desk.session().run().removeListener(runChanged);
  }
}
