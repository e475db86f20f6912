// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import trilobite.model.rule.Allowed;

/// Replaces this process by another program: its number, terminal, signals and exit code are then
/// that program's own, and nothing of ours stands between.
@Allowed(
    rule = "guest-memory",
    because = "exec and the calls before it are the C library's; no guest is read")
public final class Become {

  // Values of Linux on x86-64 and ARM alike.
  private static final int SIG_SETMASK = 2;
  private static final int F_SETFD = 2;
  private static final int FD_CLOEXEC = 1;
  private static final int SIGSET_BYTES = 128;

  private Become() {}

  /// Does not return where it succeeds.
  ///
  /// @param words program first, looked for on `path`
  /// @return why it did not
  public static IOException the(List<String> words, String path) {
    try (var arena = Arena.ofConfined()) {
      var argv = arena.allocate(ADDRESS, words.size() + 1L);
      for (int i = 0; i < words.size(); i++) {
        argv.setAtIndex(ADDRESS, i, arena.allocateFrom(words.get(i)));
      }
      int set =
          (int)
              call("setenv", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT))
                  .invokeExact(arena.allocateFrom("PATH"), arena.allocateFrom(path), 1);
      keepOurFiles();
      // The JVM blocks some signals in its threads; the program must not inherit that.
      int mask =
          (int)
              call("sigprocmask", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS))
                  .invokeExact(SIG_SETMASK, arena.allocate(SIGSET_BYTES), MemorySegment.NULL);
      int failed =
          (int)
              call("execvp", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS))
                  .invokeExact(argv.getAtIndex(ADDRESS, 0), argv);
      return new IOException(
          words.getFirst()
              + " could not be started: no such program ("
              + set
              + mask
              + failed
              + ")");
    } catch (Throwable e) {
      return new IOException("another program could not be started in this one's place", e);
    }
  }

  /// What the JVM opened is closed; what was open before, such as a jobserver's pipe, goes on.
  private static void keepOurFiles() throws Throwable {
    var fcntl = call("fcntl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      for (var file : open.toList()) {
        int number = Integer.parseInt(file.getFileName().toString());
        if (number > 2 && ours(file)) {
          int ignored = (int) fcntl.invokeExact(number, F_SETFD, FD_CLOEXEC);
        }
      }
    }
  }

  private static boolean ours(Path file) {
    try {
      var target = Files.readSymbolicLink(file).toString();
      return target.endsWith(".jar")
          || target.endsWith("/modules")
          || target.endsWith(".jsa")
          || target.endsWith(".aot")
          || target.startsWith("anon_inode:")
          || target.startsWith("socket:")
          || target.contains("trilobite")
          || target.startsWith("/dev/random")
          || target.startsWith("/dev/urandom")
          || target.startsWith("/proc/");
    } catch (IOException e) {
      return false;
    }
  }

  private static MethodHandle call(String name, FunctionDescriptor descriptor) {
    var linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
  }
}
