// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import java.nio.file.Path;

/// The two files of a console in a run's folder.
///
/// @param bytes what the guest sent, byte for byte
/// @param times pairs of offset and run time, see [TimesIndex]
record ConsoleFolder(Path bytes, Path times) {

  static ConsoleFolder in(Path runFolder) {
    return new ConsoleFolder(runFolder.resolve("console.log"), runFolder.resolve("console.times"));
  }
}
