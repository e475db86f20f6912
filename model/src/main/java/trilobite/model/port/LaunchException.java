// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.util.List;
import trilobite.model.check.Finding;
import trilobite.model.check.Fix;
import trilobite.model.check.Severity;

/// A guest could not be started. The message says what failed, what still works and what to do.
public final class LaunchException extends Exception {

  /// Why, for exit codes and panels.
  public enum Reason {
    /// The project or a file of it is missing or wrong: see the findings.
    INVALID,
    /// The project is not trusted yet.
    UNTRUSTED,
    /// There is no such process, socket or guest.
    ABSENT,
    /// The machine lacks something.
    MACHINE,
    /// QEMU ended before the guest started.
    QEMU,
    CANCELLED
  }

  private final Reason reason;
  private final transient List<Finding> findings;

  public LaunchException(Reason reason, String message, List<Finding> findings) {
    super(message);
    this.reason = reason;
    this.findings = List.copyOf(findings);
  }

  public Reason reason() {
    return reason;
  }

  public List<Finding> findings() {
    return findings;
  }

  /// Those for which nothing was started.
  public List<Finding> errors() {
    return findings.stream().filter(one -> one.severity() == Severity.ERROR).toList();
  }

  /// True where nothing but what a build makes is missing.
  public boolean unbuilt() {
    var errors = errors();
    return !errors.isEmpty() && errors.stream().allMatch(one -> one.curedBy(Fix.Action.BUILD));
  }
}
