// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

/// A profile cannot be used. The message names its file and the place.
public final class ProfileException extends Exception {
  private static final long serialVersionUID = 1;

  ProfileException(String origin, String problem) {
    super(origin + ": " + problem);
  }
}
