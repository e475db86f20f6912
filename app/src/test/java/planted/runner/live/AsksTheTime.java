// SPDX-License-Identifier: Apache-2.0
package planted.runner.live;

/// Breaks clock.
public final class AsksTheTime {

  /// A time on a clock of its own.
  public long now() {
    return System.nanoTime();
  }
}
