// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

/// The number of vCPUs is one that QEMU takes and this machine can serve.
final class VcpuRule implements Rule {

  private static final int MOST = 255;

  @Override
  public void check(Subject subject, Report report) {
    int vcpus = subject.target().vcpus();
    int cores = subject.host().room().cores();
    var field = report.field("vcpus");
    if (vcpus < 1) {
      report.error(field, "A guest needs at least one vCPU.", Report.set("Use 1", field, 1L));
    } else if (vcpus > MOST) {
      report.error(
          field,
          vcpus + " vCPUs are more than QEMU gives (" + MOST + ").",
          Report.set("Use " + cores, field, (long) cores));
    } else if (cores > 0 && vcpus > cores) {
      report.warning(
          field,
          vcpus + " vCPUs share this machine's " + cores + " CPUs, so they wait for each other.",
          Report.set("Use " + cores, field, (long) cores));
    }
  }
}
