// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import trilobite.ui.control.Hint;
import trilobite.ui.panel.Desk;

/// What stands where no packets are.
final class PacketHints {

  private PacketHints() {}

  static Hint nothingRuns(Desk desk) {
    return Hint.empty(
        "ci-data-structured",
        "No guest runs",
        "Press Run: each packet of its network appears here, from boot on.",
        Hint.action("ci-play-filled-alt", "Run", desk.session()::startRun));
  }

  static Hint nothingYet(Desk desk) {
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
