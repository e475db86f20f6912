// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import trilobite.runner.toolchain.Toolchain;
import trilobite.runner.toolchain.Toolchains;

/// Times of single files, as far as they can be had: from the log that a tool keeps of them, or
/// from the moment that it names a file to the moment that it has written it. With neither there
/// are none; nothing is guessed, so that builds in parallel are right too.
final class FileClock {

  private static final int MOST = 20_000;

  private final Path folder;
  private final Map<String, String> words;
  private final Optional<Toolchain.Times> times;
  private final Map<String, Named> named = new LinkedHashMap<>();
  private Map<String, TimeLog.Entry> before = Map.of();

  private record Named(Path output, Instant at) {}

  /// @param words for `${…}` in the descriptor
  FileClock(Path folder, Toolchain toolchain, Map<String, String> words) {
    this.folder = folder;
    this.words = words;
    this.times = toolchain.times();
  }

  /// The build begins: what the log says now is of earlier ones.
  void begin() {
    before = log();
  }

  /// The tool has named a step.
  ///
  /// @param groups of the progress pattern that found it
  void step(Map<String, String> groups, Instant now) {
    var output = times.flatMap(Toolchain.Times::output);
    if (output.isPresent() && named.size() < MOST) {
      var all = new LinkedHashMap<>(words);
      all.putAll(groups);
      var path = Toolchains.fill(output.get(), all);
      if (!path.contains("${")) {
        resolved(path).ifPresent(file -> named.put(path, new Named(file, now)));
      }
    }
  }

  private Optional<Path> resolved(String path) {
    try {
      return Optional.of(folder.resolve(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// Milliseconds by file, of those that this build made.
  Map<String, Double> end() {
    var found = new LinkedHashMap<String, Double>();
    log()
        .forEach(
            (file, entry) -> {
              if (!entry.equals(before.get(file))) {
                found.put(file, entry.millis());
              }
            });
    named.forEach((file, one) -> took(one).ifPresent(millis -> found.put(file, millis)));
    return found;
  }

  private Map<String, TimeLog.Entry> log() {
    var spec = times.flatMap(Toolchain.Times::log);
    return spec.isEmpty() ? Map.of() : TimeLog.read(folder, spec.get(), words);
  }

  private static Optional<Double> took(Named one) {
    try {
      var written = Files.getLastModifiedTime(one.output()).toInstant();
      var span = java.time.Duration.between(one.at(), written);
      // One that was not written since is of an earlier build.
      return span.isNegative() ? Optional.empty() : Optional.of(span.toNanos() / 1e6);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
