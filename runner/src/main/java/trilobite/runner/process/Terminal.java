// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import trilobite.model.rule.Allowed;

/// A pseudo terminal of Linux: what a command that asks at a terminal can be given. Five calls of
/// libc by Java's own foreign functions; pty4j would bring JNA, Kotlin's runtime and unpacked
/// native code for them. Sources: posix_openpt(3), ptsname_r(3), poll(2); the values are Linux's on
/// all its architectures. Reads in one thread, everything else from any.
@Allowed(
    rule = "guest-memory",
    because = "a terminal's buffers are handed to libc; no guest's memory is touched")
final class Terminal implements AutoCloseable {

  private static final int O_RDWR_NOCTTY_CLOEXEC = 0x2 | 0x100 | 0x80000;
  private static final short POLLIN = 1;
  private static final int NAME = 128;
  private static final int CHUNK = 4096;
  private static final byte END_OF_FILE = 4;
  private static final MemoryLayout POLLFD =
      MemoryLayout.structLayout(JAVA_INT, JAVA_SHORT, JAVA_SHORT);

  private static final MethodHandle OPEN =
      handle("posix_openpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle GRANT =
      handle("grantpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle UNLOCK =
      handle("unlockpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle NAME_OF =
      handle("ptsname_r", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle POLL =
      handle("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final MethodHandle READ =
      handle("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle WRITE =
      handle("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle CLOSE =
      handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private final int master;
  private final Path device;
  private final CountDownLatch left = new CountDownLatch(1);
  private boolean closed;

  private Terminal(int master, Path device) {
    this.master = master;
    this.device = device;
  }

  /// A new one; empty where this system has none to give.
  static Optional<Terminal> open() {
    try (var arena = Arena.ofConfined()) {
      int master = (int) OPEN.invokeExact(O_RDWR_NOCTTY_CLOEXEC);
      if (master < 0) {
        return Optional.empty();
      }
      var name = arena.allocate(NAME);
      boolean ready =
          (int) GRANT.invokeExact(master) == 0
              && (int) UNLOCK.invokeExact(master) == 0
              && (int) NAME_OF.invokeExact(master, name, (long) NAME) == 0;
      if (!ready) {
        int _ = (int) CLOSE.invokeExact(master);
        return Optional.empty();
      }
      return Optional.of(new Terminal(master, Path.of(name.getString(0))));
    } catch (Throwable e) {
      // Another system's libc: commands then run without input, as they would in the background.
      return Optional.empty();
    }
  }

  /// The end that a command is given, such as `/dev/pts/3`.
  Path device() {
    return device;
  }

  /// What was written on it since; empty where nothing came for `millis`, or all who had it are
  /// gone and nobody comes again.
  byte[] read(int millis) throws IOException {
    try (var arena = Arena.ofConfined()) {
      var wait = arena.allocate(POLLFD);
      wait.set(JAVA_INT, 0, master);
      wait.set(JAVA_SHORT, 4, POLLIN);
      int ready = (int) POLL.invokeExact(wait, 1L, millis);
      if (ready <= 0) {
        return new byte[0];
      }
      if ((wait.get(JAVA_SHORT, 6) & POLLIN) == 0) {
        // Nobody has it open now, which poll tells at once, again and again.
        var _ = left.await(millis, TimeUnit.MILLISECONDS);
        return new byte[0];
      }
      synchronized (this) {
        if (closed) {
          return new byte[0];
        }
        var buffer = arena.allocate(CHUNK);
        long count = (long) READ.invokeExact(master, buffer, (long) CHUNK);
        return count <= 0 ? new byte[0] : buffer.asSlice(0, count).toArray(JAVA_BYTE);
      }
    } catch (Throwable e) {
      throw new IOException("the terminal cannot be read", e);
    }
  }

  /// The command has ended: whoever reads need not wait for somebody to open it again.
  void left() {
    left.countDown();
  }

  /// Types a line and Enter.
  void line(String text) throws IOException {
    write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /// Types Ctrl D at the begin of a line: there is no more input.
  void endOfFile() throws IOException {
    write(new byte[] {END_OF_FILE});
  }

  private synchronized void write(byte[] bytes) throws IOException {
    if (closed) {
      throw new IOException("whoever asked has ended");
    }
    try (var arena = Arena.ofConfined()) {
      var buffer = arena.allocateFrom(JAVA_BYTE, bytes);
      long done = (long) WRITE.invokeExact(master, buffer, (long) bytes.length);
      if (done != bytes.length) {
        throw new IOException("the answer was not taken whole");
      }
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException("the terminal cannot be written to", e);
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      try {
        int _ = (int) CLOSE.invokeExact(master);
      } catch (Throwable e) {
        // Then the kernel closes it with the program.
      }
    }
  }

  private static MethodHandle handle(String name, FunctionDescriptor function) {
    var linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), function);
  }
}
