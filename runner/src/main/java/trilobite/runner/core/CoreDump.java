// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.core;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import trilobite.model.job.JobContext;
import trilobite.model.run.CoreWritten;
import trilobite.model.time.HostClock;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.qmp.Qmp;

/// Writes an ELF core of a whole guest by QEMU's `dump-guest-memory`, which stops the guest
/// meanwhile and lets it go on as it was (`qapi/dump.json` of QEMU 7.2). QEMU writes into a pipe of
/// ours: so the file is this user's, zero pages are holes, and to cancel is to close the pipe.
///
/// @param folder private, for the pipe; QEMU must be able to open what lies in it
/// @param memory bytes of RAM
/// @param ram the guest's RAM: QEMU reads all of it, and of a shared file the host then keeps what
///   the guest never touched
/// @param image what the guest runs, for who looks into the core
public record CoreDump(Qmp qmp, Path folder, long memory, Ram ram, Optional<Path> image) {

  /// Opens the guest's RAM, for whoever closes it.
  public interface Ram {
    GuestRam open() throws IOException;
  }

  private static final long LOOK_NANOS = 10_000_000;
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  /// Blocks until it is written.
  ///
  /// @param file that is not there yet
  /// @throws IOException where it cannot be written, or was cancelled; nothing of it is left then
  public CoreWritten write(Path file, JobContext context) throws IOException {
    var before = touched();
    return CoreFile.write(
        file,
        memory,
        copy -> {
          long begun = HostClock.nanos();
          dump(copy, file, context);
          double millis = (HostClock.nanos() - begun) / 1_000_000.0;
          var after = touched();
          // What the guest itself touched for the first time meanwhile counts, too.
          boolean known = before.isPresent() && after.isPresent();
          long filled = known ? Math.max(0, after.getAsLong() - before.getAsLong()) : 0;
          return new CoreWritten(copy.length(), copy.stored(), millis, filled, image);
        });
  }

  /// Bytes that the host keeps for the guest.
  private OptionalLong touched() {
    try (var opened = ram.open()) {
      return OptionalLong.of(opened.touched());
    } catch (IOException e) {
      // A guest whose memory we cannot read can be dumped all the same.
      return OptionalLong.empty();
    }
  }

  private void dump(SparseCopy copy, Path file, JobContext context) throws IOException {
    try (var pipe = Pipe.make(folder.resolve("core-" + HostClock.nanos()))) {
      qmp.execute(
          "dump-guest-memory",
          Map.of("paging", false, "detach", true, "protocol", "file:" + pipe.name()));
      pipe.taken();
      context.onCancel(pipe::stop);
      try {
        copy.all(
            pipe.reading(),
            done -> context.progress(Math.min(1, done / (double) memory), "Writing " + file));
      } catch (IOException e) {
        pipe.stop();
        over();
        throw context.cancelled() ? new InterruptedIOException("cancelled; nothing was kept") : e;
      }
      if (!over()) {
        throw new IOException(
            context.cancelled()
                ? "cancelled; nothing was kept"
                : "QEMU could not finish the core.");
      }
    }
  }

  /// Waits until QEMU lets the guest go on.
  ///
  /// @return false where it says that the core is not whole
  private boolean over() throws IOException {
    long end = HostClock.nanos() + PATIENCE_NANOS;
    var status = qmp.execute("query-dump").path("status").asText();
    while (status.equals("active") && HostClock.nanos() - end < 0) {
      LockSupport.parkNanos(LOOK_NANOS);
      status = qmp.execute("query-dump").path("status").asText();
    }
    return status.equals("completed");
  }
}
