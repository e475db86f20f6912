// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What a guest answered in a while.
///
/// @param perSecond requests for each second that went by
/// @param perCpuSecond requests for each second that its vCPU's thread was on a processor: what
///   others take from the machine meanwhile is not counted against the guest
record Slice(double perSecond, double perCpuSecond) {

  /// Of slices of the same length.
  static Slice mean(List<Slice> slices) {
    return new Slice(
        slices.stream().mapToDouble(Slice::perSecond).average().orElseThrow(),
        slices.stream().mapToDouble(Slice::perCpuSecond).average().orElseThrow());
  }

  /// @param vcpu its thread below `/proc`
  static Slice measure(Path vcpu, int port, double seconds) throws IOException {
    try (var requests = Requests.connect(port)) {
      double before = Kernel.threadSeconds(vcpu);
      long begun = System.nanoTime();
      long answered = requests.run(seconds);
      double perSecond = answered / ((System.nanoTime() - begun) / 1e9);
      return new Slice(perSecond, answered / (Kernel.threadSeconds(vcpu) - before));
    }
  }
}
