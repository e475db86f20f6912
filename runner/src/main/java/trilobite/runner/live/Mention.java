// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Finds processes by a word on their command lines that no other process has, such as the path of
/// a socket of one run.
public final class Mention {

  private Mention() {}

  /// The processes that name it, in no order. Reads every process's command line.
  public static Stream<ProcessHandle> of(String word) {
    return ProcessHandle.allProcesses().filter(process -> line(process.pid()).contains(word));
  }

  /// The one of them that started last: a QEMU in the background is a child of one that goes.
  public static OptionalLong newest(String word) {
    return of(word)
        .max(Comparator.comparing(p -> p.info().startInstant().orElse(Instant.EPOCH)))
        .map(process -> OptionalLong.of(process.pid()))
        .orElseGet(OptionalLong::empty);
  }

  private static String line(long pid) {
    try {
      var file = Path.of("/proc", Long.toString(pid), "cmdline");
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
