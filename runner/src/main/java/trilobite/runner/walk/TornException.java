// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;

/// The guest changed a structure each time it was read, so no reading of it can be believed.
public final class TornException extends IOException {
  private static final long serialVersionUID = 1;

  public TornException(String what, int tries) {
    this("torn: the guest changed " + what + " during each of " + tries + " readings");
  }

  private TornException(String message) {
    super(message);
  }

  /// What was read never kept its own rules.
  public static TornException because(String why, int tries) {
    return new TornException("torn in each of " + tries + " readings: " + why);
  }
}
