// SPDX-License-Identifier: Apache-2.0
package trilobite.model.workspace;

import java.util.Optional;
import trilobite.model.job.Subscription;

/// A folder's tree that is being watched.
public interface Watch extends Subscription {

  /// Why changes are looked for every few seconds in place of being told at once; empty where they
  /// are told.
  default Optional<String> slower() {
    return Optional.empty();
  }
}
