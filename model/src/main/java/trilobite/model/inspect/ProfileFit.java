// SPDX-License-Identifier: Apache-2.0
package trilobite.model.inspect;

import java.util.List;

/// How an OS profile fits an image.
///
/// @param detected true where the image has all symbols that the profile asks for
/// @param types why the entries that need types could not be looked at; empty where they could
public record ProfileFit(String profile, boolean detected, String types, List<Entry> entries) {

  /// One thing that the profile says.
  ///
  /// @param name as in the profile, such as `threads.state`
  /// @param says what stands there, such as a path
  /// @param fits true where the image has it
  /// @param what the type and place that it resolves to, or why it does not
  public record Entry(String name, String says, boolean fits, String what) {}

  public boolean fits() {
    return detected && types.isEmpty() && entries.stream().allMatch(Entry::fits);
  }
}
