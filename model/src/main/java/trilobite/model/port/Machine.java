// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import trilobite.model.job.JobContext;
import trilobite.model.machine.MachineReport;

/// The machine check.
public interface Machine {

  /// What is known now. Never blocks; checks under way say so.
  MachineReport report();

  /// Checks everything again, accelerators by booting a tiny guest under a deadline.
  MachineReport check(JobContext context) throws InterruptedException;
}
