// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.charset.Charset;
import java.nio.file.Path;

/// Asks the kernel where a sparse file has data, by `lseek(2)` with `SEEK_DATA` and `SEEK_HOLE`,
/// which Java does not offer. Safe from any thread: only the answers count, never the position.
final class DataSeeker implements AutoCloseable {

  /// Stretches counted before giving up: a guest that touches every other page of a huge memory can
  /// spoil its own figure but not our time.
  private static final int MOST_STRETCHES = 1 << 18;

  // Values of Linux on every architecture that we run on.
  private static final int O_RDONLY_CLOEXEC = 0x80000;
  private static final int SEEK_DATA = 3;
  private static final int SEEK_HOLE = 4;

  private static final MethodHandle OPEN =
      handle("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle LSEEK =
      handle("lseek", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT));
  private static final MethodHandle CLOSE =
      handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private final int descriptor;
  private boolean closed;

  DataSeeker(Path file) throws IOException {
    try (var arena = Arena.ofConfined()) {
      var name = arena.allocateFrom(file.toString(), Charset.forName(nameCharset()));
      this.descriptor = (int) OPEN.invokeExact(name, O_RDONLY_CLOEXEC);
    } catch (Throwable e) {
      throw failed("open", e);
    }
    if (descriptor < 0) {
      throw new IOException(file + " cannot be opened");
    }
  }

  /// First offset at or after `offset` that has data; −1 where there is none.
  long data(long offset) throws IOException {
    return seek(offset, SEEK_DATA);
  }

  /// First offset at or after `offset` that has no data, the file's end included; −1 beyond it.
  long hole(long offset) throws IOException {
    return seek(offset, SEEK_HOLE);
  }

  /// Bytes that have data, by walking them and the holes between.
  long bytes() throws IOException {
    var sum = 0L;
    var stretches = 0;
    var data = data(0);
    while (data >= 0) {
      var hole = hole(data);
      if (hole <= data) {
        break;
      }
      sum += hole - data;
      if (++stretches > MOST_STRETCHES) {
        throw new IOException("the guest's memory is too scattered to be counted");
      }
      data = data(hole);
    }
    return sum;
  }

  private synchronized long seek(long offset, int whence) throws IOException {
    if (closed) {
      throw new IOException("the guest's memory is closed");
    }
    try {
      return (long) LSEEK.invokeExact(descriptor, offset, whence);
    } catch (Throwable e) {
      throw failed("lseek", e);
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      var ignored = (int) CLOSE.invokeExact(descriptor);
    } catch (Throwable e) {
      throw new IllegalStateException("close could not be called", e);
    }
  }

  /// Java hands file names to the system in this charset.
  private static String nameCharset() {
    return System.getProperty("sun.jnu.encoding", "UTF-8");
  }

  private static MethodHandle handle(String name, FunctionDescriptor descriptor) {
    var linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
  }

  private static IOException failed(String call, Throwable cause) {
    return new IOException(call + " could not be called", cause);
  }
}
