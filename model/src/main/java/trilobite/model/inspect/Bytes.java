// SPDX-License-Identifier: Apache-2.0
package trilobite.model.inspect;

import java.util.List;
import java.util.Optional;

/// Bytes of the guest's, in pieces that are all of one kind.
///
/// @param address of the first
/// @param symbol that lies there and the distance from it
/// @param problem why the place makes no sense; there are no pieces then
/// @param torn what changed while they were read
public record Bytes(
    long address,
    boolean physical,
    Optional<String> symbol,
    List<Piece> pieces,
    Optional<Problem> problem,
    Optional<String> torn) {

  /// Bytes that lie side by side.
  ///
  /// @param bytes as hex; empty where there are none to show
  /// @param why they are not shown: never touched by the guest, not mapped, no RAM
  public record Piece(long address, long length, String bytes, Optional<String> why) {}
}
