// SPDX-License-Identifier: Apache-2.0
package planted.runner.circle.two;

/// Breaks no-package-cycles together with the other half.
public interface Second {

  /// The way back.
  planted.runner.circle.one.First back();
}
