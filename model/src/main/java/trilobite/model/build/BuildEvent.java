// SPDX-License-Identifier: Apache-2.0
package trilobite.model.build;

/// What a build tells as it happens.
public sealed interface BuildEvent {

  /// The command was started in a session of its own.
  record Started(java.util.List<String> command, java.nio.file.Path folder) implements BuildEvent {}

  /// Output as it came, ANSI codes included; not cut at line ends.
  record Output(String text) implements BuildEvent {}

  /// Steps done; `total` 0 while unknown.
  ///
  /// @param estimated true where the tool prints no total and `total` is what an earlier build had
  record Progress(int done, int total, boolean estimated, String step) implements BuildEvent {}

  /// The tool waits at its terminal for somebody to type.
  ///
  /// @param question what it said last without ending the line; empty where it said nothing
  /// @param reply takes the answer, once
  record Asked(String question, Reply reply) implements BuildEvent {}

  /// The way back to a tool that asks. Returns at once, from any thread; what comes after the tool
  /// has ended is dropped.
  interface Reply {

    /// Types a line.
    void answer(String line);

    /// Says that nobody will answer.
    void decline();
  }

  /// A problem was recognised in the output.
  record Found(Diagnostic diagnostic) implements BuildEvent {}
}
