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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Gives back the room of what was read of a file that somebody else goes on writing, by
/// `fallocate(2)`: offsets and length stay as they are.
public final class HolePunch {

  // Values of Linux on every architecture that we run on.
  private static final int O_WRONLY_CLOEXEC = 0x80001;
  private static final int PUNCH_HOLE_KEEP_SIZE = 3;

  private static final MethodHandle OPEN =
      handle("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle FALLOCATE =
      handle(
          "fallocate", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle CLOSE =
      handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private HolePunch() {}

  /// @return false where the file system cannot; nothing is lost then but room
  public static boolean punch(Path file, long from, long length) throws IOException {
    try (var arena = Arena.ofConfined()) {
      var name = arena.allocateFrom(file.toString(), StandardCharsets.UTF_8);
      int descriptor = (int) OPEN.invokeExact(name, O_WRONLY_CLOEXEC);
      if (descriptor < 0) {
        return false;
      }
      int failed = (int) FALLOCATE.invokeExact(descriptor, PUNCH_HOLE_KEEP_SIZE, from, length);
      int ignored = (int) CLOSE.invokeExact(descriptor);
      return failed == 0 && ignored == 0;
    } catch (Throwable e) {
      throw new IOException("fallocate could not be called", e);
    }
  }

  private static MethodHandle handle(String name, FunctionDescriptor descriptor) {
    var linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
  }
}
