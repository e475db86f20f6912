// SPDX-License-Identifier: Apache-2.0
package planted.runner.live;

import trilobite.model.rule.Allowed;

/// Keeps threads: it says why it goes around the door.
@Allowed(rule = "threads", because = "shows that a reason is accepted")
public final class SaysWhy implements Runnable {
  @Override
  public void run() {
    Thread.ofVirtual().start(() -> {});
  }
}
