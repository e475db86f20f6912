// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.option;

import java.io.IOException;
import java.util.List;
import trilobite.model.build.BuildOption;

/// A file that holds options, as its reader understands it.
sealed interface OptionFile permits CargoFile, KconfigFile, YamlFile {

  /// All options, in order.
  List<BuildOption> options();

  /// What a person should know; may be empty.
  String note();

  /// True where [#with] can change what it holds.
  boolean editable();

  /// The file's text with another value for an option; comments and all else stay.
  ///
  /// @throws IOException where there is no such option, or it cannot have that value; the message
  ///   says why
  String with(String name, String value) throws IOException;
}
