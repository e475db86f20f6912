// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import trilobite.model.job.Job;
import trilobite.model.port.LiveGuest;
import trilobite.model.port.Workbench;
import trilobite.model.run.RunId;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.panel.Toast;

/// Which run the panels show: the live one, or one from history.
final class ShowFlow {

  private final Workbench workbench;
  private final Host host;
  private final ReadOnlyObjectWrapper<Optional<ShownRun>> run =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  ShowFlow(Workbench workbench, Host host) {
    this.workbench = workbench;
    this.host = host;
  }

  ReadOnlyObjectProperty<Optional<ShownRun>> run() {
    return run.getReadOnlyProperty();
  }

  void live(LiveGuest guest) {
    run.set(Optional.of(new ShownRun.Live(guest)));
  }

  void nothing() {
    run.set(Optional.empty());
  }

  /// @param met takes a guest of another owner that goes on, once it is shown
  void show(RunId id, Optional<LiveGuest> own, Consumer<LiveGuest> met) {
    var mine = own.filter(guest -> guest.status().id().equals(id));
    if (mine.isPresent()) {
      live(mine.get());
      return;
    }
    host.background(
        new Job<>("Open run " + id, _ -> find(id)),
        found -> {
          run.set(Optional.of(found));
          found.live().ifPresent(met);
        },
        failure -> host.toast(Toast.error("Run " + id + " cannot be shown", Words.of(failure))));
  }

  private ShownRun find(RunId id) throws IOException {
    for (var guest : workbench.guests().running()) {
      if (guest.status().id().equals(id)) {
        return new ShownRun.Live(guest);
      }
    }
    var history = workbench.history();
    var past =
        history.run(id).orElseThrow(() -> new IOException("It is not in the history any more."));
    return new ShownRun.Past(past, history.console(id), history.vitals(id));
  }
}
