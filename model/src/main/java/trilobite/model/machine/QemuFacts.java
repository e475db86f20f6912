// SPDX-License-Identifier: Apache-2.0
package trilobite.model.machine;

import java.util.List;

/// The QEMU that will be used.
///
/// @param path of the binary
/// @param version such as `7.2.22`
/// @param machines machine types it knows, empty where it was not asked yet
/// @param architectures that the programs beside it run, its own first; empty where they were not
///   looked for
public record QemuFacts(
    String path, String version, List<String> machines, List<String> architectures) {

  private static final String PROGRAM = "qemu-system-";

  /// One whose neighbours were not looked for.
  public QemuFacts(String path, String version, List<String> machines) {
    this(path, version, machines, List.of());
  }

  /// The architecture that this program runs; empty where its name does not say.
  public String architecture() {
    int at = path.lastIndexOf(PROGRAM);
    return at < 0 ? "" : path.substring(at + PROGRAM.length());
  }

  /// True where guests of an architecture can run, or where that is not known.
  public boolean runs(String arch) {
    return architecture().isEmpty() || architecture().equals(arch) || architectures.contains(arch);
  }

  /// The program for an architecture: this one, or its neighbour.
  public String program(String arch) {
    var own = architecture();
    return own.isEmpty() || own.equals(arch)
        ? path
        : path.substring(0, path.length() - own.length()) + arch;
  }

  /// The oldest version that Trilobite works with.
  public static final String MINIMUM = "7.2";
}
