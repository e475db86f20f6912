// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.thread;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.rule.Allowed;

/// The JVM's compilers as batch work. A thread whose code is to be compiled wakes them, and the
/// kernel would let them run at once in its place, or in that of a guest's vCPU: a launch has a
/// millisecond of that, and a guest under load as much each time that something new is looked at.
/// Batch work waits until a processor is free, or whoever has it used up its slice. Source:
/// sched(7), `SCHED_BATCH`; the threads' names are HotSpot's, cut by the kernel to 15 bytes.
@Allowed(
    rule = "guest-memory",
    because = "a scheduling policy's parameter is handed to libc; no guest's memory is touched")
public final class CompilerThreads {

  private static final Logger LOG = LoggerFactory.getLogger(CompilerThreads.class);

  /// Of Linux on all its architectures.
  private static final int SCHED_BATCH = 3;

  private static final Path TASKS = Path.of("/proc/self/task");
  private static final AtomicBoolean GIVEN_WAY = new AtomicBoolean();

  private CompilerThreads() {}

  /// Lets them give way to all other threads of this machine from now on, as those will that they
  /// start themselves. Does its work once, within some milliseconds; where the kernel does not want
  /// it, everything stays as it was.
  public static void giveWay() {
    if (GIVEN_WAY.getAndSet(true)) {
      return;
    }
    try (var arena = Arena.ofConfined();
        Stream<Path> tasks = Files.list(TASKS)) {
      var linker = Linker.nativeLinker();
      var policy =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("sched_setscheduler"),
              FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
      // Its one field, the priority, is 0 for every policy that is not a real-time one.
      var parameter = arena.allocateFrom(JAVA_INT, 0);
      for (var task : tasks.filter(CompilerThreads::compiler).toList()) {
        int thread = Integer.parseInt(task.getFileName().toString());
        int result = (int) policy.invokeExact(thread, SCHED_BATCH, parameter);
        LOG.debug("compiler {} gives way: {}", thread, result == 0);
      }
    } catch (Throwable e) {
      LOG.debug("the compilers do not give way", e);
    }
  }

  private static boolean compiler(Path task) {
    try {
      var name = Files.readString(task.resolve("comm"));
      return name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler");
    } catch (IOException e) {
      // It has ended meanwhile.
      return false;
    }
  }
}
