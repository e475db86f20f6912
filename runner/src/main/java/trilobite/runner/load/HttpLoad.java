// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.load;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import trilobite.model.port.Load;
import trilobite.runner.thread.Threads;

/// Sends HTTP requests on virtual threads, at the chosen rate whatever the server does. Latency
/// counts from the moment at which a request was to be sent, so that a stall is seen in full; one
/// sent more than 10 ms after its moment, or given up, is late. Nothing here blocks its caller.
public final class HttpLoad implements Load {

  private static final int MOST_CONNECTIONS = 256;

  private final AtomicReference<Optional<Running>> current =
      new AtomicReference<>(Optional.empty());

  /// @throws IllegalArgumentException where the target is no address for plain HTTP
  @Override
  public Running start(URI target, double requestsPerSecond, int connections) {
    var to = LoadTarget.of(target);
    var counts = new LoadCounts();
    var pacer = new Pacer(requestsPerSecond, counts);
    var lines =
        IntStream.range(0, Math.clamp(connections, 1, MOST_CONNECTIONS))
            .mapToObj(i -> new LoadConnection(to, pacer, counts))
            .toList();
    var started = new Started(counts, pacer, lines);
    current.getAndSet(Optional.of(started)).ifPresent(Running::stop);
    for (var line : lines) {
      Threads.waiting("load", line::run);
    }
    Threads.waiting("load pacer", pacer::run);
    return started;
  }

  /// Ends what is under way.
  public void stop() {
    current.getAndSet(Optional.empty()).ifPresent(Running::stop);
  }

  private record Started(LoadCounts counts, Pacer pacer, List<LoadConnection> lines)
      implements Running {

    @Override
    public Figures figures() {
      return counts.figures();
    }

    @Override
    public void rate(double requestsPerSecond) {
      pacer.rate(requestsPerSecond);
    }

    @Override
    public void stop() {
      pacer.stop();
      lines.forEach(LoadConnection::close);
    }
  }
}
