// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

/// How an allocator's blocks lie one behind another, in the names of the debug information.
///
/// @param ranges container of the stretches that hold blocks
/// @param begin path to a stretch's first address
/// @param end path to the address after a stretch
/// @param after variable at which blocks begin in the stretch that holds it; empty for none
/// @param block type of a block's header
/// @param size path to a block's whole size
/// @param flags low bits of the size that are none of it
/// @param live what a block in use looks like
/// @param free what a free block looks like
/// @param last size of the block in use that closes a stretch; 0 for none
public record BlockLayout(
    String ranges,
    String begin,
    String end,
    String after,
    String block,
    String size,
    long flags,
    Sign live,
    Sign free,
    long last) {

  /// A number in a block's header.
  ///
  /// @param bits of the number that count; −1 for all of them
  /// @param value that they have
  public record Sign(String path, long bits, long value) {}
}
