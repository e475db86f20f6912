// SPDX-License-Identifier: Apache-2.0
package planted.runner;

/// Breaks few-dependencies.
public final class NeedsEverything {
  private final String all;

  /// Takes six.
  public NeedsEverything(String a, String b, String c, String d, String e, String f) {
    all = a + b + c + d + e + f;
  }

  @Override
  public String toString() {
    return all;
  }
}
