// SPDX-License-Identifier: Apache-2.0
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/// Runs one benchmark's `main` and ends the process with it. JavaFX's thread would outlive a
/// benchmark that failed, and whoever waits for the figure would wait for ever.
public final class Bench {

  private Bench() {}

  /// @param args the benchmark's class, then its own arguments
  public static void main(String[] args) throws ReflectiveOperationException {
    var benchmark = Class.forName(args[0]).getMethod("main", String[].class);
    int status = 0;
    try {
      benchmark.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      e.getCause().printStackTrace();
      status = 1;
    }
    System.exit(status);
  }
}
