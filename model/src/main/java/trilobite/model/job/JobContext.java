// SPDX-License-Identifier: Apache-2.0
package trilobite.model.job;

/// What long work sees of the job it runs in. Safe from any thread.
public interface JobContext {

  /// Reports progress: `fraction` from 0 to 1, or NaN while the end is not known.
  void progress(double fraction, String detail);

  /// True once someone asked to cancel. Work checks it between bounded steps.
  boolean cancelled();

  /// Registers what ends a blocking step; run once, at once if already cancelled.
  void onCancel(Runnable stop);

  /// A context for work that nobody watches and nobody cancels.
  static JobContext unwatched() {
    return new JobContext() {
      @Override
      public void progress(double fraction, String detail) {}

      @Override
      public boolean cancelled() {
        return false;
      }

      @Override
      public void onCancel(Runnable stop) {}
    };
  }
}
