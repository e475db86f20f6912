// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.stack;

/// Guest memory that goes into a core.
record Segment(long virtual, long physical, long length) {}
