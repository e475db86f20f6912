// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

/// Exit codes of the command line.
final class Exit {
  static final int DONE = 0;

  /// The question was answered, and the answer is no: crashed, killed, never ready, build failed.
  static final int NO = 1;

  static final int USAGE = 2;

  /// No such guest, project or file.
  static final int ABSENT = 3;

  /// The machine lacks something.
  static final int MACHINE = 4;

  static final int CANCELLED = 130;

  private Exit() {}
}
