// SPDX-License-Identifier: Apache-2.0
package planted.runner.circle.one;

/// Breaks no-package-cycles together with the other half.
public record First(planted.runner.circle.two.Second other) {}
