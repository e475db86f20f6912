// SPDX-License-Identifier: Apache-2.0
package trilobite.model.run;

/// A core that was written.
///
/// @param bytes its length
/// @param stored bytes of it that are not zero pages, which lie on disk as holes
/// @param millis how long the guest stood still for it
public record CoreWritten(long bytes, long stored, double millis) {}
