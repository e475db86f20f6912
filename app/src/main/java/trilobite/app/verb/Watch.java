// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import trilobite.model.port.LiveGuest;
import trilobite.model.project.ReadyPattern;
import trilobite.model.rule.Allowed;
import trilobite.model.run.RunEvent;
import trilobite.model.time.HostClock;

/// Follows a guest to its end, or until told to let go. An interrupt of the process stops a guest
/// that this process owns and still says how it ended.
@Allowed(
    rule = "threads",
    because = "the JVM takes what runs at its end as a thread that was not started")
final class Watch {
  private static final long UNREADY_SECONDS = 60;
  private static final long VITALS_EVERY = TimeUnit.SECONDS.toNanos(1);

  private final Env env;
  private final LiveGuest guest;
  private final RunPrinter printer;
  private final RunOptions options;
  private final Optional<ReadyPattern> ready;
  private final LinkedBlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();

  Watch(
      Env env,
      LiveGuest guest,
      RunPrinter printer,
      RunOptions options,
      Optional<ReadyPattern> ready) {
    this.env = env;
    this.guest = guest;
    this.printer = printer;
    this.options = options;
    this.ready = ready;
  }

  /// Returns the exit code.
  int follow() throws InterruptedException, IOException {
    var hook = new Thread(this::interrupted, "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
    try (var _ = guest.listen(events::add)) {
      return loop();
    } finally {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is already going down; the hook says the rest.
        Thread.currentThread().join();
      }
    }
  }

  private int loop() throws InterruptedException, IOException {
    long nextVitals = HostClock.nanos() + VITALS_EVERY;
    long deadline = ready.isPresent() ? Long.MAX_VALUE : deadline();
    long patience = patience();
    while (true) {
      long wait = Math.min(Math.min(nextVitals, deadline), patience) - HostClock.nanos();
      var event = events.poll(Math.max(1, wait), TimeUnit.NANOSECONDS);
      if (event != null) {
        printer.run(event);
        switch (event) {
          case RunEvent.Ended(var verdict, var _, var _) -> {
            return verdict.fine() ? Exit.DONE : Exit.NO;
          }
          case RunEvent.Ready ready -> {
            if (options.untilReady()) {
              return letGo();
            }
            deadline = deadline();
          }
          case RunEvent.Booted booted -> {
            if (ready.isEmpty() && options.untilReady()) {
              return letGo();
            }
          }
          case RunEvent.Started started -> {}
          case RunEvent.Changed changed -> {}
          case RunEvent.Note note -> {}
        }
      } else if (HostClock.nanos() >= nextVitals) {
        nextVitals += VITALS_EVERY;
        if (guest.status().state().alive()) {
          printer.vitals(guest.status(), guest.vitals());
        }
      }
      if (HostClock.nanos() > patience) {
        return unready();
      }
      if (HostClock.nanos() > deadline) {
        deadline = Long.MAX_VALUE;
        guest.stop();
      }
    }
  }

  /// A terminal is not kept for a ready text that may never come; a project's own deadline ends the
  /// guest by itself.
  private long patience() {
    boolean unbounded = ready.filter(pattern -> pattern.within() > 0).isEmpty();
    return options.detach && options.untilReady() && unbounded
        ? HostClock.nanos() + TimeUnit.SECONDS.toNanos(UNREADY_SECONDS)
        : Long.MAX_VALUE;
  }

  private int unready() throws IOException {
    printer.left(guest.status());
    env.err()
        .println(
            "trilobite: not ready within %d s; it goes on, and trilobite console shows what it said."
                .formatted(UNREADY_SECONDS));
    return Exit.NO;
  }

  private long deadline() {
    return options
        .duration
        .map(Duration::toNanos)
        .map(n -> HostClock.nanos() + n)
        .orElse(Long.MAX_VALUE);
  }

  private int letGo() throws IOException, InterruptedException {
    if (options.detach) {
      printer.left(guest.status());
      return Exit.DONE;
    }
    guest.stop();
    while (true) {
      var event = events.take();
      printer.run(event);
      if (event instanceof RunEvent.Ended) {
        return Exit.DONE;
      }
    }
  }

  private void interrupted() {
    try {
      if (!options.detach) {
        guest.stop();
      }
      RunEvent event;
      while (!options.detach && (event = events.poll(5, TimeUnit.SECONDS)) != null) {
        printer.run(event);
        if (event instanceof RunEvent.Ended) {
          break;
        }
      }
    } catch (IOException | InterruptedException e) {
      env.err().println("trilobite: " + e.getMessage());
    }
    env.out().flush();
    Runtime.getRuntime().halt(Exit.CANCELLED);
  }
}
