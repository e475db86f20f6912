// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import trilobite.runner.guard.Guard;
import trilobite.runner.guard.QemuExit;

/// Tries an accelerator by booting a tiny guest under it. That is the only proof: /dev/kvm may open
/// and its guests hang, and asking for the host's CPU may abort QEMU.
final class AcceleratorProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String qemu;

  /// @param qemu binary of the host's own architecture
  AcceleratorProbe(String qemu) {
    this.qemu = qemu;
  }

  /// Outcome of a try.
  ///
  /// @param why one sentence, fit for people
  record Outcome(boolean works, String why) {}

  /// Boots the guest, waits for its word, and leaves nothing running.
  Outcome attempt(String accelerator) throws InterruptedException {
    try {
      var folder = Files.createTempDirectory("trilobite-probe");
      var image = Files.write(folder.resolve("probe.elf"), ProbeGuest.image());
      try {
        return boot(accelerator, folder, image);
      } finally {
        Files.deleteIfExists(image);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      return new Outcome(false, "the test guest could not be started: " + e.getMessage());
    }
  }

  private Outcome boot(String accelerator, Path folder, Path image)
      throws IOException, InterruptedException {
    try (var guard = Guard.start(command(accelerator, image), folder)) {
      var exit = guard.exited().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return judge(accelerator, exit);
    } catch (TimeoutException e) {
      return new Outcome(
          false,
          name(accelerator)
              + " opens, but a test guest did not run within "
              + PATIENCE.toSeconds()
              + " s");
    } catch (ExecutionException e) {
      return new Outcome(false, "the test guest could not be watched: " + e.getMessage());
    }
  }

  /// The guest's serial line goes to standard error, which the guard keeps.
  private List<String> command(String accelerator, Path image) {
    return List.of(
        qemu,
        "-nodefaults",
        "-no-user-config",
        "-display",
        "none",
        "-no-reboot",
        "-machine",
        "microvm",
        "-accel",
        accelerator,
        "-cpu",
        "max",
        "-m",
        "8M",
        "-serial",
        "stdio",
        "-device",
        "isa-debug-exit,iobase=" + ProbeGuest.EXIT_PORT + ",iosize=4",
        "-kernel",
        image.toString());
  }

  private static Outcome judge(String accelerator, QemuExit exit) {
    if (exit.errors().contains(ProbeGuest.WORD)) {
      return new Outcome(true, "a test guest ran under " + name(accelerator));
    }
    var said = exit.lastError();
    return new Outcome(
        false,
        "a test guest did not run under "
            + name(accelerator)
            + (said.isEmpty() ? "" : ": " + said));
  }

  private static String name(String accelerator) {
    return switch (accelerator) {
      case "kvm" -> "KVM";
      case "tcg" -> "TCG";
      default -> accelerator;
    };
  }
}
