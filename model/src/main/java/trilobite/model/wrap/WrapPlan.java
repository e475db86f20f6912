// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A command line with our additions.
///
/// @param words behind the program
/// @param difference what was put in (`+ …`) and what was replaced by it (`- …`)
/// @param notes what could not be added, and why
/// @param ram the guest's RAM as a file; empty where it was left alone
/// @param console the file that its serial console is logged in; empty where it has none that could
///   be
/// @param taps files with its packets, one a network
/// @param untapped networks without a name stand in the line: they can be tapped once QEMU runs
public record WrapPlan(
    List<String> words,
    List<String> difference,
    List<String> notes,
    Optional<Ram> ram,
    Optional<Path> console,
    List<Path> taps,
    boolean untapped) {

  /// RAM that can be mapped.
  ///
  /// @param region name of the memory backend in QEMU's memory map
  public record Ram(Path file, String region, long bytes) {}

  /// The line with everything that can be added to it.
  public static WrapPlan of(QemuLine line, String arch, WrapPlaces places) {
    var edit = new WrapEdit(line);
    var ram = new RamRule(line, arch, places).apply(edit);
    var console = new ConsoleRule(line, places).apply(edit);
    MonitorRule.apply(line, places, edit);
    var taps = TapRule.apply(line, places, edit);
    return new WrapPlan(
        edit.words(), edit.difference(), edit.notes(), ram, console, taps, TapRule.nameless(line));
  }
}
