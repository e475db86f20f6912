// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.qmp;

import com.fasterxml.jackson.databind.JsonNode;

/// Something QEMU tells unasked, such as `STOP` or `SHUTDOWN`.
///
/// @param nanos the host's monotonic clock when it arrived
public record QmpEvent(String name, JsonNode data, long nanos) {}
