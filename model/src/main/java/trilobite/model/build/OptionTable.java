// SPDX-License-Identifier: Apache-2.0
package trilobite.model.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The options that one file of a project holds, or a part of them.
///
/// @param title such as `Libraries`
/// @param file where they stand
/// @param editable true where [trilobite.model.port.Builds#setOption] changes them
/// @param note what a person should know of this table, such as what could not be read; may be
///   empty
public record OptionTable(
    String title, Path file, boolean editable, String note, List<BuildOption> options) {

  /// That option.
  public Optional<BuildOption> named(String name) {
    return options.stream().filter(option -> option.name().equals(name)).findFirst();
  }
}
