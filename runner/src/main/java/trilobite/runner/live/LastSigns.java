// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import trilobite.runner.console.ConsoleStore;
import trilobite.runner.file.FileTrouble;

/// What is to be seen of a guest that does not get on: its last words and where its vCPUs stand.
final class LastSigns {

  private static final int NEAR_END = 4096;
  private static final int MOST_LINES = 3;
  private static final int MOST_VCPUS = 4;
  private static final int LONGEST_LINE = 160;

  private LastSigns() {}

  /// In sentences; empty where nothing can be had. Asks QEMU, without pausing the guest.
  static String of(Wires wires) {
    return (said(wires.console()) + " " + stands(wires)).strip();
  }

  private static String said(ConsoleStore console) {
    var lines = lines(console);
    if (lines.isEmpty()) {
      return "It printed nothing.";
    }
    return "It said last: " + String.join(" / ", lines) + ".";
  }

  private static List<String> lines(ConsoleStore console) {
    try {
      long from = Math.max(0, console.length() - NEAR_END);
      var bytes = new byte[(int) (console.length() - from)];
      int count = console.read(from, bytes);
      var plain =
          new String(bytes, 0, count, StandardCharsets.UTF_8)
              .replaceAll("\u001B(?:\\[[0-?]*[ -/]*[@-~]|[ -/]*[0-~])", "");
      var all =
          plain
              .lines()
              .map(line -> FileTrouble.shown(line.replace('\r', ' ').strip()))
              .filter(line -> !line.isEmpty())
              .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
              .toList();
      return all.subList(Math.max(0, all.size() - MOST_LINES), all.size());
    } catch (UncheckedIOException e) {
      return List.of();
    }
  }

  private static String stands(Wires wires) {
    try {
      var vcpus = VcpuState.parse(wires.qmp().human("info registers -a"));
      return IntStream.range(0, Math.min(vcpus.size(), MOST_VCPUS))
          .mapToObj(index -> stands(index, vcpus.get(index)))
          .collect(Collectors.joining(" "));
    } catch (IOException e) {
      return "";
    }
  }

  private static String stands(int index, VcpuState vcpu) {
    return "vCPU %d %s at 0x%x, interrupts %s."
        .formatted(
            index,
            vcpu.halted() ? "waits halted" : "runs",
            vcpu.position(),
            vcpu.interrupts() ? "on" : "off");
  }
}
