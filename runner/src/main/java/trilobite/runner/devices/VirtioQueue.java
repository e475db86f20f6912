// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.devices;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import trilobite.runner.qmp.Qmp;

/// One queue of a virtio device, by QMP's `x-query-virtio-queue-status` (QEMU 7.2 and newer).
///
/// @param path of the device in QEMU's object tree, such as `/machine/…/virtio-backend`
record VirtioQueue(Qmp qmp, String path, int index) {

  /// @throws IOException where there is no such queue, or QEMU does not tell
  JsonNode read() throws IOException {
    return qmp.execute("x-query-virtio-queue-status", Map.of("path", path, "queue", index));
  }
}
