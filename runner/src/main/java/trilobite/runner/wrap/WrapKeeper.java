// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.wrap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.time.HostClock;
import trilobite.runner.guests.WrappedGuests;
import trilobite.runner.thread.Threads;

/// Answers the launchers of one wrapped command and follows the guests that come of it, until the
/// command and they are gone.
final class WrapKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(WrapKeeper.class);

  /// A command may end and leave a child that starts QEMU in a moment.
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final long LOOK_MILLIS = 500;

  private final WrapFolder folder;
  private final WrappedGuests guests;
  private final String name;
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger count = new AtomicInteger();

  /// @param name what to call the guests; empty for their own names
  WrapKeeper(WrapFolder folder, WrappedGuests guests, String name) {
    this.folder = folder;
    this.guests = guests;
    this.name = name;
  }

  /// Works until there is nothing left to do.
  ///
  /// @param command the process that runs the command
  /// @param ready called once questions are answered
  void work(ProcessHandle command, Runnable ready) throws IOException, InterruptedException {
    try (var watch = folder.asks().getFileSystem().newWatchService()) {
      folder.asks().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      ready.run();
      long since = HostClock.nanos();
      while (true) {
        var key = Optional.ofNullable(watch.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        key.ifPresent(this::take);
        if (busy.get() > 0 || command.isAlive() || key.isPresent()) {
          since = HostClock.nanos();
        } else if (HostClock.nanos() - since > GRACE_NANOS) {
          return;
        }
      }
    }
  }

  private void take(WatchKey key) {
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path file && file.toString().endsWith(".ask")) {
        busy.incrementAndGet();
        // A platform thread: opening the pipe blocks until the launcher reads.
        Threads.working("wrap-ask", () -> serve(folder.asks().resolve(file)));
      }
    }
    key.reset();
  }

  private void serve(Path file) {
    try {
      answer(file);
    } catch (IOException e) {
      LOG.warn("a launcher could not be answered: {}", e.getMessage());
    } finally {
      busy.decrementAndGet();
    }
  }

  private void answer(Path file) throws IOException {
    Optional<WrappedGuests.Prepared> prepared;
    Ask ask;
    try {
      ask = Ask.take(file);
      prepared = guests.prepare(ask.line(), called());
    } catch (IOException e) {
      write(
          Ask.name(file),
          Launch.unchanged(List.of("trilobite wrap: nothing is added: " + e.getMessage())));
      return;
    }
    if (prepared.isEmpty()) {
      write(ask.name(), Launch.unchanged(List.of()));
      return;
    }
    var guest = prepared.get();
    count.incrementAndGet();
    try {
      write(ask.name(), Launch.answer(guest.plan().words(), said(guest)));
    } catch (IOException e) {
      guest.giveBack();
      throw e;
    }
    guest.follow(ask.pid());
  }

  /// The second guest of one name gets a number.
  private String called() {
    return name.isEmpty() || count.get() == 0 ? name : name + "-" + (count.get() + 1);
  }

  private static List<String> said(WrappedGuests.Prepared guest) {
    var lines = new ArrayList<String>();
    lines.add("trilobite wrap: run #" + guest.run() + ", with these changes to QEMU's line:");
    guest.plan().difference().forEach(line -> lines.add("  " + line));
    guest.plan().notes().forEach(note -> lines.add("  " + note));
    return lines;
  }

  private void write(String ask, String text) throws IOException {
    try (var pipe = Files.newOutputStream(folder.answer(ask))) {
      pipe.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
