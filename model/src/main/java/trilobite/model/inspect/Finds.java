// SPDX-License-Identifier: Apache-2.0
package trilobite.model.inspect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.table.Meaning;

/// Places where something was found.
///
/// @param searched bytes of touched memory that were looked through
/// @param next physical address to go on at; empty where all was searched
/// @param problem why nothing was searched
public record Finds(
    String what, List<Find> rows, long searched, OptionalLong next, Optional<Problem> problem) {

  /// One place.
  public record Find(
      @Meaning("address of the machine's") long physical,
      @Meaning("an address by which the kernel knows it, where one is known") OptionalLong address,
      @Meaning("symbol there and the distance from it") Optional<String> symbol,
      @Meaning("the bytes from there on, as hex") String bytes) {}
}
