// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchRequest;
import trilobite.model.port.LiveGuest;
import trilobite.model.port.Workbench;

/// The demo project in the soak's own home, and what the parts share around it.
final class Place {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private Place() {}

  static Path home() {
    return Path.of(System.getenv("HOME"));
  }

  static Path runtime() {
    return Path.of(System.getenv("XDG_RUNTIME_DIR"), "trilobite");
  }

  /// Makes and builds the demo project, on any free port.
  static Path demo(Workbench workbench) throws Exception {
    var folder = home().resolve("demo");
    workbench.projects().create(folder, "tidepool", "soak");
    var file = folder.resolve("trilobite.toml");
    Files.writeString(file, Files.readString(file).replace("8080:80", "0:80"));
    var built = workbench.builds().build(folder, "default", event -> {}, JobContext.unwatched());
    if (built.image().isEmpty()) {
      throw new IOException("the demo was not built: " + built.why());
    }
    return folder;
  }

  static LiveGuest boot(Workbench workbench, Path folder, String target) throws Exception {
    var request = new LaunchRequest(folder, target, true, false);
    var guest = workbench.guests().launch(request, JobContext.unwatched());
    await("ready", () -> guest.status().ready().isPresent());
    return guest;
  }

  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("did not happen within 30 s: " + what);
      }
      Thread.sleep(5);
    }
  }
}
