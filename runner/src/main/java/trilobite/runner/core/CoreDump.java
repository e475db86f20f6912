// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.core;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import trilobite.model.job.JobContext;
import trilobite.model.project.MemorySize;
import trilobite.model.run.CoreWritten;
import trilobite.model.time.HostClock;
import trilobite.runner.qmp.Qmp;

/// Writes an ELF core of a whole guest by QEMU's `dump-guest-memory`, which stops the guest
/// meanwhile and lets it go on as it was (`qapi/dump.json` of QEMU 7.2). QEMU writes into a pipe of
/// ours: so the file is this user's, zero pages are holes, and to cancel is to close the pipe.
///
/// @param folder private, for the pipe; QEMU must be able to open what lies in it
/// @param memory bytes of RAM
/// @param image what the guest runs, for who looks into the core
public record CoreDump(Qmp qmp, Path folder, long memory, Optional<Path> image) {

  private static final long HEADERS = 16L << 20;
  private static final long LOOK_NANOS = 10_000_000;
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  /// Blocks until it is written.
  ///
  /// @param file that is not there yet
  /// @throws IOException where it cannot be written, or was cancelled; nothing of it is left then
  public CoreWritten write(Path file, JobContext context) throws IOException {
    check(file);
    var part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      var written = write(file, part, context);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return written;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void check(Path file) throws IOException {
    if (Files.exists(file)) {
      throw new IOException(file + " is there already: name another file.");
    }
    var parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new IOException("There is no folder " + parent + ".");
    }
    long free = Files.getFileStore(parent).getUsableSpace();
    if (free < memory + HEADERS) {
      throw new IOException(
          "A core takes up to %s, and %s has %s free: name a file elsewhere."
              .formatted(
                  new MemorySize(memory + HEADERS).about(), parent, new MemorySize(free).about()));
    }
  }

  private CoreWritten write(Path file, Path part, JobContext context) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var to = FileChannel.open(part, options, mine);
        var pipe = Pipe.make(folder.resolve("core-" + HostClock.nanos()))) {
      var copy = new SparseCopy(to);
      long begun = HostClock.nanos();
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
      return new CoreWritten(
          copy.length(), copy.stored(), (HostClock.nanos() - begun) / 1_000_000.0, image);
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
