// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.net.URI;

/// Sends HTTP requests to a guest through its forward at a chosen rate.
public interface Load {

  /// Starts sending; a second start replaces the first.
  Running start(URI target, double requestsPerSecond, int connections);

  /// A load under way.
  interface Running {
    Figures figures();

    /// Changes the rate without a break.
    void rate(double requestsPerSecond);

    void stop();
  }

  /// What was measured by the client, cumulative.
  ///
  /// @param late requests that could not be sent in time, so that a saturated client is visible
  record Figures(
      long sent, long answered, long failed, long late, double medianMillis, double p99Millis) {}
}
