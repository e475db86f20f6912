// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

/// A place in a text: 1-based line and column, as compilers and editors count.
public record TextPlace(int line, int column) {}
