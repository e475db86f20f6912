// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.core;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import trilobite.model.job.JobContext;
import trilobite.model.run.CoreWritten;
import trilobite.model.time.HostClock;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.memory.GuestRam.Stretch;
import trilobite.runner.qmp.Qmp;

/// Writes an ELF core of a whole guest from the memory that QEMU shares with us, while the guest
/// stands still. QEMU's own `dump-guest-memory` reads all of it, and of a shared file the host then
/// keeps even the pages that the guest never touched; here they stay holes. QEMU is asked for one
/// page only, since the registers come with it (`qapi/dump.json` of QEMU 7.2).
///
/// Only for a guest that ends with us: who dies between `stop` and `cont` leaves it standing.
///
/// @param folder private; QEMU must be able to write into it
/// @param image what the guest runs, for who looks into the core
public record RamCore(Qmp qmp, Path folder, GuestRam ram, Optional<Path> image) {

  private static final int PAGE = 4096;
  private static final int STEP = 1 << 20;

  /// Blocks until it is written.
  ///
  /// @param file that is not there yet
  /// @throws IOException where it cannot be written, or was cancelled; nothing of it is left then
  public CoreWritten write(Path file, JobContext context) throws IOException {
    long touched = ram.touched();
    return CoreFile.write(
        file,
        touched,
        copy -> {
          double millis = still(() -> copy(copy, new Told(context, touched, file)));
          return new CoreWritten(copy.length(), copy.stored(), millis, 0, image);
        });
  }

  private interface Work {
    void run() throws IOException;
  }

  /// Does that while the guest stands still, and lets it go on if it did.
  ///
  /// @return for how many ms
  private double still(Work work) throws IOException {
    boolean ran = runs();
    long begun = HostClock.nanos();
    if (ran) {
      qmp.execute("stop");
    }
    try {
      work.run();
      if (runs()) {
        throw new IOException(
            "The guest was let go on while its core was written: nothing was kept. Capture it"
                + " again.");
      }
    } finally {
      if (ran) {
        qmp.execute("cont");
      }
    }
    return (HostClock.nanos() - begun) / 1_000_000.0;
  }

  private boolean runs() throws IOException {
    return qmp.execute("query-status").path("running").asBoolean();
  }

  private void copy(SparseCopy copy, Told told) throws IOException {
    var extents = ram.extents();
    copy.put(head().before(extents));
    for (var extent : extents) {
      copy(copy, extent, told);
    }
    copy.end();
  }

  private void copy(SparseCopy copy, Stretch extent, Told told) throws IOException {
    var bytes = new byte[STEP];
    long at = extent.address();
    while (at < extent.end()) {
      var next = ram.touchedFrom(at, 1).stream().filter(each -> each.address() < extent.end());
      var data = next.findFirst().orElse(new Stretch(extent.end(), 0));
      copy.skip(data.address() - at);
      at = data.address();
      while (at < Math.min(data.end(), extent.end())) {
        int step = (int) Math.min(STEP, Math.min(data.end(), extent.end()) - at);
        ram.read(at, bytes, 0, step);
        copy.put(ByteBuffer.wrap(bytes, 0, step));
        at += step;
        told.more(step);
      }
    }
  }

  private CoreHead head() throws IOException {
    var file = folder.resolve("core-" + HostClock.nanos());
    try {
      // A page that the host keeps already.
      var touched = ram.touchedFrom(0, 1).stream().findFirst();
      long page = touched.orElseGet(() -> ram.extents().getFirst()).address() / PAGE * PAGE;
      qmp.execute(
          "dump-guest-memory",
          Map.of("paging", false, "protocol", "file:" + file, "begin", page, "length", PAGE));
      return CoreHead.read(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /// Tells how far it is, and hears that nobody wants it any more.
  private static final class Told {
    private final JobContext context;
    private final long all;
    private final Path file;
    private long done;

    Told(JobContext context, long all, Path file) {
      this.context = context;
      this.all = all;
      this.file = file;
    }

    void more(int bytes) throws IOException {
      if (context.cancelled()) {
        throw new InterruptedIOException("cancelled; nothing was kept");
      }
      done += bytes;
      context.progress(Math.min(1, done / (double) Math.max(1, all)), "Writing " + file);
    }
  }
}
