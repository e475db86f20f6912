// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.core;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import trilobite.model.rule.Allowed;

/// A pipe with a name, by `mkfifo(3)`, for somebody else to write into. Neither side ever waits for
/// the other to open it: we hold both ends until the writer is there.
@Allowed(
    rule = "guest-memory",
    because = "Java knows no mkfifo(3); what is read afterwards is a stream, not memory")
final class Pipe implements AutoCloseable {

  private static final int OWNER_ONLY = 0600;
  private static final MethodHandle MKFIFO =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("mkfifo"),
              FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));

  private final Path name;
  private final FileChannel both;
  private final FileChannel reading;

  private Pipe(Path name, FileChannel both, FileChannel reading) {
    this.name = name;
    this.both = both;
    this.reading = reading;
  }

  /// @param name in a private folder, not taken
  static Pipe make(Path name) throws IOException {
    int failed;
    try (var arena = Arena.ofConfined()) {
      failed = (int) MKFIFO.invokeExact(arena.allocateFrom(name.toString()), OWNER_ONLY);
    } catch (Throwable e) {
      throw new IOException("mkfifo could not be called", e);
    }
    if (failed != 0) {
      throw new IOException(name + " cannot be made");
    }
    // On Linux a pipe that is opened for both waits for nobody (fifo(7)).
    var both = FileChannel.open(name, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return new Pipe(name, both, FileChannel.open(name, StandardOpenOption.READ));
  }

  Path name() {
    return name;
  }

  /// Whoever writes finds it broken.
  void stop() {
    try {
      reading.close();
    } catch (IOException e) {
      // It is only read.
    }
  }

  FileChannel reading() {
    return reading;
  }

  /// The writer has it open: from now on its end is the pipe's end.
  void taken() throws IOException {
    both.close();
    Files.deleteIfExists(name);
  }

  @Override
  public void close() throws IOException {
    taken();
    reading.close();
  }
}
