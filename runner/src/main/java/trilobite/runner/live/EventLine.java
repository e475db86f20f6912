// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.job.Subscription;
import trilobite.model.run.RunEvent;
import trilobite.runner.thread.Threads;

/// Tells events to listeners, each on a thread of its own: no listener can hold up another one, nor
/// the thread on which something happened. One that comes late hears what was told before.
public final class EventLine {

  private static final Logger LOG = LoggerFactory.getLogger(EventLine.class);

  /// Notes follow the guest's doings, so there must be an end to them.
  private static final int MOST_KEPT = 10_000;

  private final List<RunEvent> told = new ArrayList<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /// Calls the consumer with every event so far and to come, until the run ends.
  public Subscription listen(Consumer<RunEvent> consumer) {
    var listener = new Listener(consumer);
    synchronized (told) {
      told.forEach(listener::hear);
      listeners.add(listener);
    }
    Threads.waiting("run-events", listener::work);
    return () -> {
      listeners.remove(listener);
      listener.stop();
    };
  }

  /// Tells everybody. Any thread; never blocks.
  public void tell(RunEvent event) {
    synchronized (told) {
      if (told.size() < MOST_KEPT || !(event instanceof RunEvent.Note)) {
        told.add(event);
        listeners.forEach(listener -> listener.hear(event));
      }
    }
  }

  /// One listener and what it has yet to hear; an empty element ends it.
  private record Listener(
      Consumer<RunEvent> consumer, LinkedBlockingQueue<Optional<RunEvent>> waiting) {

    Listener(Consumer<RunEvent> consumer) {
      this(consumer, new LinkedBlockingQueue<>());
    }

    void hear(RunEvent event) {
      waiting.add(Optional.of(event));
    }

    void stop() {
      waiting.clear();
      waiting.add(Optional.empty());
    }

    void work() {
      try {
        for (var event = waiting.take(); event.isPresent(); event = waiting.take()) {
          tell(event.get());
          if (event.get() instanceof RunEvent.Ended) {
            return;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void tell(RunEvent event) {
      try {
        consumer.accept(event);
      } catch (RuntimeException e) {
        LOG.warn("a listener failed on {}", event, e);
      }
    }
  }
}
