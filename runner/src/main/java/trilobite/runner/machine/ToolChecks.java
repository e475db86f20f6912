// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.machine;

import java.util.List;
import java.util.Optional;
import trilobite.model.machine.MachineCheck;
import trilobite.model.machine.MachineCheck.State;
import trilobite.runner.process.Answer;

/// Programs beside QEMU: which are here, and what is lost without them.
final class ToolChecks {

  private static final List<Tool> TOOLS =
      List.of(
          new Tool("setpriv", "setpriv", "util-linux", true, "Guests are tied to the workbench."),
          new Tool("setsid", "setsid", "util-linux", true, "Builds and guests can be ended whole."),
          new Tool("gcc", "C compiler", "gcc", false, "Builds C projects, the demo among them."),
          new Tool("make", "make", "make", false, "Builds projects that have a Makefile."),
          new Tool("ld", "Linker", "binutils", false, "Links guests."),
          new Tool("gdb", "gdb", "gdb", false, "Reads debug information and steps through guests."),
          new Tool("git", "git", "git", false, "Shows changes of a project's files."));

  private ToolChecks() {}

  /// @param needed nothing runs without it
  private record Tool(String name, String title, String pack, boolean needed, String use) {}

  static List<MachineCheck> all(String searchPath) {
    return TOOLS.stream().map(tool -> check(tool, searchPath)).toList();
  }

  private static MachineCheck check(Tool tool, String searchPath) {
    var file = QemuBinary.find(tool.name(), searchPath);
    if (file.isEmpty()) {
      return new MachineCheck(
          tool.name(),
          tool.title(),
          tool.needed() ? State.MISSING : State.WARNING,
          "not found",
          tool.use(),
          Optional.of("apt install " + tool.pack()));
    }
    var answer = Answer.of(List.of(file.get().toString(), "--version"));
    var version = answer.output().lines().findFirst().orElse("").strip();
    return new MachineCheck(
        tool.name(),
        tool.title(),
        State.OK,
        version.isEmpty() ? file.get().toString() : version,
        tool.use(),
        Optional.empty());
  }
}
