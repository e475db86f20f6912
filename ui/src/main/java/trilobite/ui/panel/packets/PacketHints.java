// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.Optional;
import java.util.function.Supplier;
import trilobite.model.job.Job;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.model.vitals.Vital;
import trilobite.ui.control.Hint;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.panel.Toast;

/// What stands where no packets are. The same node stays while the same is said, so that a button
/// on it can be pressed.
final class PacketHints {

  private final Desk desk;
  private Optional<Said> said = Optional.empty();

  private record Said(String what, Hint hint) {}

  PacketHints(Desk desk) {
    this.desk = desk;
  }

  Hint nothingRuns() {
    return hint("runs", this::noGuest);
  }

  /// @param run the run that is shown
  Hint nothingYet(Optional<ShownRun> run) {
    var unseen = run.flatMap(ShownRun::live).filter(PacketHints::unseen);
    if (unseen.isEmpty()) {
      return hint("yet", this::noPackets);
    }
    var guest = unseen.get();
    return hint("unseen " + guest.status().id() + guest.limits().tap(), () -> elsewhere(guest));
  }

  private Hint hint(String what, Supplier<Hint> made) {
    if (said.filter(now -> now.what().equals(what)).isEmpty()) {
      said = Optional.of(new Said(what, made.get()));
    }
    return said.orElseThrow().hint();
  }

  /// Nothing of ours is on its wire, and nobody counts its frames.
  static boolean unseen(LiveGuest guest) {
    return !guest.limits().send().isEmpty()
        && guest.vitals().latest(Vital.NET_RX_PACKETS) instanceof Measured.Unknown;
  }

  private Hint elsewhere(LiveGuest guest) {
    var why = guest.limits().tap();
    return why.isEmpty()
        ? Hint.unavailable(
            "ci-data-structured",
            "Packets of this guest are not seen",
            "It was started elsewhere. Its QEMU can write them down: that puts a filter-dump object"
                + " into it, which is taken out again when you detach.",
            Hint.action("ci-network-3", "Change its QEMU and see them", () -> tap(guest)))
        : Hint.unavailable("ci-data-structured", "Packets of this guest are not seen", why);
  }

  private void tap(LiveGuest guest) {
    desk.background(
        new Job<>(
            "Have QEMU write packets down",
            _ -> {
              guest.tap();
              return true;
            }),
        _ ->
            desk.toast(
                Toast.info(
                    "Packets are written down from now on",
                    "The filter is taken out of its QEMU when you detach.")),
        failure -> desk.toast(Toast.error("No packets", String.valueOf(failure.getMessage()))));
  }

  private Hint noGuest() {
    return Hint.empty(
        "ci-data-structured",
        "No guest runs",
        "Press Run: each packet of its network appears here, from boot on.",
        Hint.action("ci-play-filled-alt", "Run", desk.session()::startRun));
  }

  private Hint noPackets() {
    var none =
        desk.session()
            .project()
            .get()
            .flatMap(p -> p.parsed().project().map(all -> all.targets().get(p.target())))
            .filter(target -> target.network().mode().equals("none"));
    return none.isPresent()
        ? Hint.unavailable(
            "ci-data-structured",
            "The guest has no network",
            "Its target says network mode “none”, so no packet can pass.",
            Hint.action("ci-settings", "Configure", () -> desk.reveal("config")))
        : Hint.empty(
            "ci-data-structured",
            "No packets yet",
            "Each packet that passes the guest's network appears here.");
  }
}
