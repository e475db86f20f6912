// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.value;

/// A path does not fit the guest's types. The message names the part that does not.
public final class PathException extends Exception {
  private static final long serialVersionUID = 1;

  public PathException(String why) {
    super(why);
  }
}
