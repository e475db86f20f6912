// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import trilobite.model.port.Load;

/// Remembers what was asked of it and reports the figures it was given.
public final class FakeLoad implements Load {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Figures figures = new Figures(0, 0, 0, 0, 0, 0);

  public void figures(Figures next) {
    figures = next;
  }

  /// Starts, rate changes and stops, in order, such as `start http://127.0.0.1:8080 at 50.0`.
  public List<String> asked() {
    return asked;
  }

  @Override
  public Running start(URI target, double requestsPerSecond, int connections) {
    asked.add("start " + target + " at " + requestsPerSecond);
    return new Running() {
      @Override
      public Figures figures() {
        return figures;
      }

      @Override
      public void rate(double next) {
        asked.add("rate " + next);
      }

      @Override
      public void stop() {
        asked.add("stop");
      }
    };
  }
}
