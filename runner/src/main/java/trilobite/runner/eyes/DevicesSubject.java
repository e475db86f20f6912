// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.util.List;
import java.util.Optional;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Source;
import trilobite.runner.devices.Interfaces;

/// Drives and network cards, by QEMU. Needs no symbols.
final class DevicesSubject implements Subject {

  @Override
  public List<View<?>> views() {
    return List.of(
        Views.DRIVES,
        Views.DRIVE_LATENCY,
        Views.DRIVE_SLOWEST,
        Views.DRIVE_HISTORY,
        Views.INTERFACES);
  }

  @Override
  public void open(Scene scene) {
    var session = scene.session();
    var drives = scene.drives();
    var cards = new Interfaces(session.qmp(), session::packets);
    scene.show(Views.DRIVES, () -> seen(drives.rows(), "query-blockstats"));
    scene.show(Views.DRIVE_LATENCY, () -> seen(drives.latencies(), "query-blockstats"));
    scene.show(
        Views.DRIVE_SLOWEST,
        () ->
            seen(
                drives.slowest(Math.round(scene.vitals().now())),
                "query-blockstats, steps of its latency histograms that grew between two looks"));
    scene.show(
        Views.DRIVE_HISTORY,
        () ->
            seen(
                drives.history(Math.round(scene.vitals().now())),
                "query-blockstats, its latency histograms looked at with each sample"));
    scene.show(
        Views.INTERFACES,
        () -> seen(cards.rows(), "query-rx-filter, x-query-virtio and the packet relay"));
  }

  private static <R extends Record> Look.Seen<R> seen(List<R> rows, String question) {
    return Look.Seen.of(new Listing<>(rows, Optional.empty()), Source.Kind.QMP, question);
  }
}
