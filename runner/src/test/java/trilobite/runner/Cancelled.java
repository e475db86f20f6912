// SPDX-License-Identifier: Apache-2.0
package trilobite.runner;

import trilobite.model.job.JobContext;

/// A job that nobody wants any more, from its first step on.
public final class Cancelled implements JobContext {

  @Override
  public void progress(double fraction, String detail) {}

  @Override
  public boolean cancelled() {
    return true;
  }

  @Override
  public void onCancel(Runnable stop) {
    stop.run();
  }
}
