// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import trilobite.model.console.ConsoleLine;
import trilobite.model.console.ConsoleLog;
import trilobite.model.console.ConsoleParser;
import trilobite.model.guest.ConsoleRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Source;

/// The last lines of the console.
final class ConsoleSubject implements Subject {

  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_LINES = 10_000;

  @Override
  public List<View<?>> views() {
    return List.of(Views.CONSOLE);
  }

  @Override
  public void open(Scene scene) {
    var log = scene.session().console();
    scene.show(
        Views.CONSOLE,
        () -> Look.Seen.of(read(log), Source.Kind.CONSOLE, "console.log in the run's folder"));
  }

  static Listing<ConsoleRow> read(ConsoleLog log) throws IOException {
    try {
      var end = log.length();
      var from = Math.max(0, end - MOST_BYTES);
      var lines = new ArrayDeque<ConsoleLine>();
      var parser =
          new ConsoleParser(
              from,
              line -> {
                lines.add(line);
                if (lines.size() > MOST_LINES) {
                  lines.remove();
                }
              });
      parse(log, from, end, parser);
      parser.open().ifPresent(lines::add);
      // Where reading began in the middle, the first line is a piece of one.
      if (from > 0 && !lines.isEmpty() && lines.getFirst().offset() == from) {
        lines.removeFirst();
      }
      var cut =
          !lines.isEmpty() && lines.getFirst().offset() > 0
              ? Optional.of("only the last %d lines are here".formatted(lines.size()))
              : Optional.<String>empty();
      return new Listing<>(lines.stream().map(line -> row(log, line)).toList(), cut);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void parse(ConsoleLog log, long from, long end, ConsoleParser parser) {
    var bytes = new byte[64 << 10];
    for (var at = from; at < end; ) {
      var got = (int) Math.min(log.read(at, bytes), end - at);
      if (got <= 0) {
        return;
      }
      parser.accept(bytes, 0, got);
      at += got;
    }
  }

  private static ConsoleRow row(ConsoleLog log, ConsoleLine line) {
    return new ConsoleRow(
        line.offset(),
        log.timeAt(line.offset()),
        line.level().name().toLowerCase(Locale.ROOT),
        line.text());
  }
}
