// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import trilobite.model.reading.Source;
import trilobite.model.vitals.Vital;
import trilobite.runner.host.ThreadTime;
import trilobite.runner.live.Session.Vcpu;

/// CPU that the guest's vCPUs take, in percent of one host core: 100 is one vCPU that never rests.
/// QEMU's other threads do not count.
final class CpuSampler implements Sampler {

  private final List<ThreadTime> threads;
  private final LongSupplier nanos;
  private final Source source;
  private long before;
  private long beforeAt;

  /// @param proc normally `/proc`
  CpuSampler(Path proc, long process, List<Vcpu> vcpus, LongSupplier nanos) {
    this(
        vcpus.stream().map(vcpu -> new ThreadTime(proc, process, vcpu.threadId())).toList(),
        nanos,
        "run time of the vCPU threads "
            + vcpus.stream()
                .map(vcpu -> Long.toString(vcpu.threadId()))
                .collect(Collectors.joining(", "))
            + " below /proc/"
            + process);
  }

  private CpuSampler(List<ThreadTime> threads, LongSupplier nanos, String detail) {
    this.threads = threads;
    this.nanos = nanos;
    this.source = new Source(Source.Kind.HOST_PROCESS, detail);
  }

  /// Of a guest whose vCPU threads are not known: all that its process uses.
  static CpuSampler ofProcess(Path proc, long process, LongSupplier nanos) {
    return new CpuSampler(
        List.of(ThreadTime.ofProcess(proc, process)),
        nanos,
        "run time of the whole process %d, as it does not say which threads run vCPUs"
            .formatted(process));
  }

  @Override
  public Set<Vital> vitals() {
    return Set.of(Vital.CPU);
  }

  /// The first call only sets the mark from which the second one measures.
  @Override
  public List<Figure> sample() throws IOException {
    if (threads.isEmpty()) {
      throw new IOException("QEMU has not said which threads run the vCPUs");
    }
    var sum = 0L;
    try {
      for (var thread : threads) {
        sum += thread.nanos();
      }
    } catch (NoSuchFileException e) {
      throw new IOException("the vCPU threads are gone", e);
    }
    var at = nanos.getAsLong();
    var first = beforeAt == 0;
    var percent = 100.0 * (sum - before) / Math.max(1, at - beforeAt);
    before = sum;
    beforeAt = at;
    // The kernel's count comes in steps of its own tick, which a short period may see as negative.
    return first ? List.of() : List.of(new Figure(Vital.CPU, Math.max(0, percent), source));
  }
}
