// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import trilobite.model.job.JobContext;

/// Starts guests and finds those that run under any owner of this user.
public interface Guests {

  /// Starts QEMU stopped, connects everything, continues, and returns; the guest may still be
  /// booting. This process owns it, unless `detach`. Cancel leaves nothing behind.
  LiveGuest launch(LaunchRequest request, JobContext context)
      throws LaunchException, InterruptedException;

  /// Makes ready what a launch of this project will need, so that it goes fast. Blocks; never
  /// fails, makes nothing that stays and runs nothing of the project.
  default void prepare(Path folder) {}

  /// Guests of this user that are alive now, whoever owns them, oldest first. Reads the run
  /// folders.
  List<LiveGuest> running() throws IOException;
}
