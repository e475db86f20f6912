// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.thread;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one door to new threads: each has a name that says whose it is, none keeps the program
/// alive, and what one throws is logged, never lost.
public final class Threads {
  private static final Logger log = LoggerFactory.getLogger(Threads.class);

  private Threads() {}

  /// Starts a virtual thread for work that mostly waits: reading a socket, watching a process.
  ///
  /// @param name whose it is and what for, such as `run-12 console`
  public static Thread waiting(String name, Runnable work) {
    return Thread.ofVirtual().name(name).uncaughtExceptionHandler(Threads::failed).start(work);
  }

  /// Starts a platform thread for work that computes for long, or sits in native code.
  ///
  /// @param name whose it is and what for
  public static Thread working(String name, Runnable work) {
    return Thread.ofPlatform()
        .daemon(true)
        .name(name)
        .uncaughtExceptionHandler(Threads::failed)
        .start(work);
  }

  private static void failed(Thread thread, Throwable problem) {
    log.error("The thread \"{}\" ended by a failure", thread.getName(), problem);
  }
}
