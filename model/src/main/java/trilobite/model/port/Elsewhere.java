// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.io.IOException;
import java.util.List;
import trilobite.model.job.JobContext;
import trilobite.model.run.ForeignGuest;

/// Guests that Trilobite did not start: those of other programs, and those of which only a core is
/// left.
public interface Elsewhere {

  /// Processes of this user that run a guest and were not started by Trilobite, oldest first. Reads
  /// `/proc`; takes milliseconds.
  List<ForeignGuest> guests() throws IOException;

  /// Looks into a guest from now on; this process owns what looks, never the guest, unless
  /// `detach`. The guest is not paused or changed.
  ///
  /// @throws LaunchException where there is no such guest, or it may not be looked into; says why,
  ///   what still works and what would help
  LiveGuest attach(AttachRequest request, JobContext context)
      throws LaunchException, InterruptedException;

  /// Opens a core, as a guest that stands still.
  ///
  /// @throws IOException where the file is no core of a whole guest
  LiveGuest core(CoreRequest request) throws IOException;

  /// Where nothing can be looked for.
  static Elsewhere none() {
    return new Elsewhere() {
      @Override
      public List<ForeignGuest> guests() {
        return List.of();
      }

      @Override
      public LiveGuest attach(AttachRequest request, JobContext context) throws LaunchException {
        throw new LaunchException(
            LaunchException.Reason.MACHINE, "Nothing can be attached to here.", List.of());
      }

      @Override
      public LiveGuest core(CoreRequest request) throws IOException {
        throw new IOException("No core can be opened here.");
      }
    };
  }
}
