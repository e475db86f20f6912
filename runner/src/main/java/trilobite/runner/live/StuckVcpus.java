// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import trilobite.runner.qmp.Qmp;

/// Tells whether a guest can never run on: every vCPU has interrupts off and is halted, or goes
/// round in an empty loop. The guest is not paused for it.
final class StuckVcpus {

  private static final Pattern BYTE = Pattern.compile("0x([0-9a-f]{2})\\b");
  private static final int HEX = 16;

  /// Bytes looked at before and behind a vCPU's position.
  private static final int AROUND = 16;

  private StuckVcpus() {}

  /// @throws IOException where the monitor does not answer, which is no sign of what the guest does
  static boolean all(Qmp qmp) throws IOException {
    var vcpus = VcpuState.parse(qmp.human("info registers -a"));
    for (int i = 0; i < vcpus.size(); i++) {
      var vcpu = vcpus.get(i);
      if (vcpu.interrupts() || !(vcpu.halted() || spins(qmp, i, vcpu.position()))) {
        return false;
      }
    }
    return !vcpus.isEmpty();
  }

  private static boolean spins(Qmp qmp, int index, long position) throws IOException {
    var line = "x /%dxb 0x%x".formatted(2 * AROUND, position - AROUND);
    var code =
        bytes(
            qmp.execute("human-monitor-command", Map.of("command-line", line, "cpu-index", index))
                .asText());
    // Memory that cannot be read gives fewer bytes.
    return code.length == 2 * AROUND && EmptyLoop.at(code, AROUND);
  }

  private static byte[] bytes(String dump) {
    var bytes = new ByteArrayOutputStream();
    var match = BYTE.matcher(dump);
    while (match.find()) {
      bytes.write(Integer.parseInt(match.group(1), HEX));
    }
    return bytes.toByteArray();
  }
}
