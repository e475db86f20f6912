// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.util.List;

/// What can be seen of a guest: one line a subject, those that need no types before those that do.
final class Subjects {

  static final List<Subject> ALL =
      List.of(
          new RunSubject(),
          new PacketsSubject(),
          new ConsoleSubject(),
          new DevicesSubject(),
          new MemorySubject(),
          new HeapSubject(),
          new ThreadsSubject(),
          new SocketsSubject(),
          new StacksSubject(),
          new MapSubject(),
          new VcpusSubject(),
          new SymbolsSubject());

  private Subjects() {}
}
