// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.reach;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import trilobite.model.reach.Answer.Delivered;
import trilobite.runner.qmp.Qmp;

/// The receive queue of the guest's first virtio card, as QEMU tells it (`x-query-virtio`, from
/// QEMU 7.2 on, marked unstable).
public final class ReceiveQueue {

  private final Qmp qmp;
  private Optional<String> path = Optional.empty();
  private boolean absent;

  public ReceiveQueue(Qmp qmp) {
    this.qmp = qmp;
  }

  /// How many buffers QEMU has filled so far, modulo 65536; empty where it does not tell.
  OptionalInt used() {
    try {
      if (path.isEmpty() && !absent) {
        path = find();
        absent = path.isEmpty();
      }
      if (path.isEmpty()) {
        return OptionalInt.empty();
      }
      var of = Map.of("path", path.get(), "queue", 0);
      var answer = qmp.execute("x-query-virtio-queue-status", of).path("used-idx");
      return answer.isInt() ? OptionalInt.of(answer.asInt()) : OptionalInt.empty();
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  /// Whether anything reached the queue since. A full queue keeps QEMU from putting more in.
  Delivered delivered(OptionalInt before) {
    var now = used();
    if (before.isEmpty() || now.isEmpty()) {
      return Delivered.UNKNOWN;
    }
    return before.getAsInt() == now.getAsInt() ? Delivered.NO : Delivered.YES;
  }

  private Optional<String> find() throws IOException {
    for (var device : qmp.execute("x-query-virtio")) {
      if (device.path("name").asText().equals("virtio-net")) {
        return Optional.of(device.path("path").asText());
      }
    }
    return Optional.empty();
  }
}
