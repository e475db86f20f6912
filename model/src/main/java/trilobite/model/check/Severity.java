// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

/// Errors block Create and Run; warnings do not.
public enum Severity {
  ERROR,
  WARNING,
  INFO
}
