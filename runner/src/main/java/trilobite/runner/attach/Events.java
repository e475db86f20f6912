// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.util.function.Consumer;
import trilobite.runner.qmp.QmpEvent;

/// QEMU's events for whoever takes them by then: the monitor is connected before there is a run.
final class Events implements Consumer<QmpEvent> {

  private volatile Consumer<QmpEvent> taker = event -> {};

  void to(Consumer<QmpEvent> next) {
    taker = next;
  }

  @Override
  public void accept(QmpEvent event) {
    taker.accept(event);
  }
}
