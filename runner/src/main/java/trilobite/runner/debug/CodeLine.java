// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.debug;

/// Where an address is in the source.
///
/// @param function empty where the debug information knows none
/// @param file empty where it knows none
/// @param line 0 where it knows none
public record CodeLine(String function, String file, int line) {

  /// Nothing is known.
  public static final CodeLine UNKNOWN = new CodeLine("", "", 0);
}
