// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

/// One sentence that a project must fulfil. Rules are small, pure and strangers to each other; what
/// depends on a fact that is not known stays silent.
@FunctionalInterface
interface Rule {
  void check(Subject subject, Report report);
}
