// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import java.nio.file.Path;

/// Where the additions lie.
///
/// @param runtime private folder on a tmpfs, for `ram` and `qmp.sock`
/// @param run durable folder of the run, for the console and the packets
/// @param room the most RAM in bytes that the first may hold
public record WrapPlaces(Path runtime, Path run, long room) {

  Path ram() {
    return runtime.resolve("ram");
  }

  Path monitor() {
    return runtime.resolve("qmp.sock");
  }

  Path console() {
    return run.resolve("console.log");
  }

  Path tap(int number) {
    return run.resolve("tap" + number + ".pcap");
  }
}
