// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.core;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import trilobite.model.command.CoreLine;
import trilobite.model.console.GuestText;
import trilobite.model.port.LiveGuest;
import trilobite.model.project.MemorySize;
import trilobite.model.reading.Measured;
import trilobite.model.run.CoreWritten;
import trilobite.model.vitals.Vital;

/// What the page says. Pure.
final class CoreWords {

  private CoreWords() {}

  static String name(LiveGuest guest) {
    return GuestText.visible(guest.status().project()) + " " + guest.status().id();
  }

  /// Such as `tidepool-19.core`, in the project's folder.
  static Path proposal(LiveGuest guest, Optional<Path> folder) {
    var plain = guest.status().project().replaceAll("[^A-Za-z0-9._+-]", "-");
    var file = plain + "-" + guest.status().id().number() + ".core";
    return folder.orElseGet(() -> Path.of(System.getProperty("user.home", "/"))).resolve(file);
  }

  /// What it costs, before it is begun.
  static String cost(LiveGuest guest) {
    return "The guest stands still while all of its memory"
        + memory(guest)
        + " is written, and its clients wait; then it goes on as it was. Pages of zeros take no"
        + " room on disk.";
  }

  private static String memory(LiveGuest guest) {
    return guest.vitals().latest(Vital.MEMORY_ASSIGNED)
            instanceof Measured.Known<Double>(var reading)
        ? ", " + new MemorySize(Math.round(reading.value())).about() + ","
        : "";
  }

  static String done(CoreWritten written) {
    return String.format(
        Locale.ROOT,
        "%s, %s of them data. The guest stood still for %.0f ms.%s",
        new MemorySize(written.bytes()).about(),
        new MemorySize(written.stored()).about(),
        written.millis(),
        filled(written.filled()));
  }

  private static String filled(long bytes) {
    return bytes == 0
        ? ""
        : " QEMU read all of its memory for it, so that the host keeps "
            + new MemorySize(bytes).about()
            + " more from now on, which “touched” counts.";
  }

  /// How to look into it later.
  static String look(Path file, CoreWritten written) {
    return "Look into it with: " + CoreLine.of(file, written.image());
  }
}
