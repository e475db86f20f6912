// SPDX-License-Identifier: Apache-2.0
package planted.runner;

/// Breaks names-say-something.
public record TextHelper(String text) {}
