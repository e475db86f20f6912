// SPDX-License-Identifier: Apache-2.0
package planted.app.verb;

/// Breaks verbs-are-thin.
public record DoesItself(planted.runner.UsesAProperty runner) {}
