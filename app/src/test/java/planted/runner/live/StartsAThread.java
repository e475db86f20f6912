// SPDX-License-Identifier: Apache-2.0
package planted.runner.live;

/// Breaks threads.
public final class StartsAThread implements Runnable {
  @Override
  public void run() {
    Thread.ofVirtual().start(() -> {});
  }
}
