// SPDX-License-Identifier: Apache-2.0
package trilobite.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import trilobite.model.build.BuildResult.Outcome;
import trilobite.model.job.JobContext;
import trilobite.model.port.LiveGuest;

/// Templates whose tools are Debian's own: made, built and booted.
@Tag("qemu")
class TemplateGuestsTest {

  @RegisterExtension final OwnBench bench = new OwnBench();

  private static void awaitConsole(LiveGuest guest, String text) throws InterruptedException {
    Waiting.until(
        "the console says " + text,
        () -> {
          var all = new byte[(int) guest.console().length()];
          return new String(all, 0, guest.console().read(0, all), UTF_8).contains(text);
        });
  }

  @Test
  void bareMetalInCIsBuiltBootedAndAnswers() throws Exception {
    var folder = bench.home().resolve("bare");
    bench.workbench().projects().create(folder, "c-bare", "bare");
    var built =
        bench.workbench().builds().build(folder, "default", _ -> {}, JobContext.unwatched());
    assertThat(built.outcome()).as(built.why()).isEqualTo(Outcome.DONE);
    assertThat(built.diagnostics()).isEmpty();
    var guest = bench.boot(folder);
    awaitConsole(guest, "started with: --greeting");
    guest.type("ping\r".getBytes(UTF_8));
    awaitConsole(guest, "> ping");
    guest.stop();
  }

  /// The static program needs nothing but Linux' system calls: here Debian's own kernel has it as
  /// its first and only process.
  @Test
  void theLinuxProgramRunsAloneOnAKernel() throws Exception {
    var folder = bench.home().resolve("program");
    bench.workbench().projects().create(folder, "linux-elf", "program");
    run(folder, "make", "build/hello");
    var script = Path.of("../resources/templates/linux-microvm/get-package").toRealPath();
    run(folder, "bash", script.toString(), "linux-image-cloud-amd64", "image");
    Files.write(
        folder.resolve("initramfs"), archive(Files.readAllBytes(folder.resolve("build/hello"))));
    try (var files = Files.list(folder.resolve("image/boot"))) {
      var kernel = files.filter(f -> f.getFileName().toString().startsWith("vmlinuz-")).findFirst();
      Files.writeString(
          folder.resolve("trilobite.toml"),
          """
          [project]
          name = "program"
          toolchain = "command"
          [target.default]
          machine = "q35"
          memory = "256M"
          kernel = "%s"
          initrd = "initramfs"
          append = "console=ttyS0 quiet panic=-1"
          ready = "listening on :8080"
          """
              .formatted(folder.relativize(kernel.orElseThrow())));
    }
    var guest = bench.boot(folder);
    awaitConsole(guest, "listening on :8080");
    guest.stop();
  }

  private static void run(Path folder, String... words) throws Exception {
    var process = new ProcessBuilder(words).directory(folder.toFile()).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }

  /// An initial ramdisk with one program and a console, in cpio's "newc" form: Linux,
  /// Documentation/driver-api/early-userspace/buffer-format.rst.
  private static byte[] archive(byte[] init) throws IOException {
    var out = new ByteArrayOutputStream();
    entry(out, "dev", 0040755, 0, new byte[0]);
    entry(out, "dev/console", 0020600, 5 << 8 | 1, new byte[0]);
    entry(out, "init", 0100755, 0, init);
    entry(out, "TRAILER!!!", 0, 0, new byte[0]);
    return out.toByteArray();
  }

  private static void entry(
      ByteArrayOutputStream out, String name, int mode, int device, byte[] body)
      throws IOException {
    var head =
        "070701"
            + "%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x"
                .formatted(
                    out.size() + 1,
                    mode,
                    0,
                    0,
                    1,
                    0,
                    body.length,
                    0,
                    0,
                    device >> 8,
                    device & 0xff,
                    name.length() + 1,
                    0)
            + name
            + "\0";
    out.write(head.getBytes(UTF_8));
    pad(out);
    out.write(body);
    pad(out);
  }

  private static void pad(ByteArrayOutputStream out) {
    while (out.size() % 4 != 0) {
      out.write(0);
    }
  }
}
