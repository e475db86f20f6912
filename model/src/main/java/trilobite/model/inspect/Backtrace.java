// SPDX-License-Identifier: Apache-2.0
package trilobite.model.inspect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// The functions that a thread is in, innermost first.
///
/// @param thread the kernel's number of it; empty where no thread runs
/// @param approximate why the frames may not be exactly what was there at one moment; empty for a
///   thread that stood still
/// @param cut why there may be more frames
public record Backtrace(
    OptionalLong thread,
    String name,
    List<Frame> frames,
    Optional<String> approximate,
    Optional<String> cut) {

  /// All lines as gdb's `backtrace` prints them.
  public String text() {
    return frames.stream().map(Frame::text).collect(Collectors.joining("\n"));
  }

  /// A function's call.
  ///
  /// @param level from 0, inlined ones counted
  /// @param function empty where no symbol covers the address
  /// @param file as the debug information spells it; empty where it says nothing
  /// @param line 0 where it is not known
  /// @param inlined true where the compiler put it into the next one
  public record Frame(
      int level,
      long address,
      String function,
      String file,
      int line,
      boolean inlined,
      List<Local> locals) {

    /// One line as gdb's `backtrace` prints it: `#1 0x… in f (a=1) at file:line`; without an
    /// address where there is none of its own, in the innermost and in inlined frames.
    public String text() {
      var arguments =
          locals.stream()
              .filter(Local::argument)
              .map(local -> local.name() + "=" + local.value())
              .collect(Collectors.joining(", "));
      return "#%-3d%s%s (%s)%s"
          .formatted(
              level,
              level == 0 || inlined ? "" : "0x%016x in ".formatted(address),
              function.isEmpty() ? "??" : function,
              arguments,
              file.isEmpty() ? "" : " at " + file + (line > 0 ? ":" + line : ""));
    }
  }

  /// An argument or local variable as gdb shows it.
  public record Local(String name, String type, String value, boolean argument) {}
}
