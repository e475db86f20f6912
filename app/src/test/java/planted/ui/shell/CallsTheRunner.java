// SPDX-License-Identifier: Apache-2.0
package planted.ui.shell;

/// Breaks ui-never-sees-runner.
public record CallsTheRunner(planted.runner.UsesAProperty runner) {}
