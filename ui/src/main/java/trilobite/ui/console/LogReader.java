// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import trilobite.model.console.ConsoleLine;
import trilobite.model.console.ConsoleLog;
import trilobite.model.console.ConsoleParser;
import trilobite.model.console.LineRing;
import trilobite.model.console.NumberedLine;
import trilobite.model.console.NumberedLine.Origin;
import trilobite.model.time.Mark;

/// Reads a log forward, a bounded step at a time, and adds its lines to a ring. One thread.
final class LogReader {

  private static final int STEP = 256 * 1024;

  private final ConsoleLog log;
  private final HostNotes notes;
  private final LineRing ring;
  private final byte[] bytes = new byte[STEP];
  private final List<ConsoleLine> ended = new ArrayList<>();
  private final ConsoleParser parser;
  private final LineTimes times;
  private long numbers;
  private boolean skipping;
  private boolean finished;

  /// @param notes asked for what the workbench has to say, all of it each time, oldest first
  LogReader(ConsoleLog log, Supplier<List<Mark>> notes, LineRing ring) {
    this.log = log;
    this.notes = new HostNotes(notes);
    this.ring = ring;
    times = new LineTimes(log);
    // No more than the ring can hold is worth reading: the rest stays on disk.
    long start = Math.max(0, log.length() - LineRing.CHARACTERS);
    skipping = start > 0;
    parser = new ConsoleParser(start, ended::add);
  }

  /// Offset up to which the log was read.
  long position() {
    return parser.position();
  }

  /// Reads a little; false where there was nothing to read.
  boolean step() {
    // Where nothing has come, the file is left alone.
    int count = log.length() > parser.position() ? log.read(parser.position(), bytes) : 0;
    if (count <= 0) {
      return late();
    }
    parser.accept(bytes, 0, count);
    notes.refresh();
    if (skipping && !ended.isEmpty()) {
      // The first one began before the place where reading began.
      ended.removeFirst();
      skipping = false;
    }
    var lines = new ArrayList<NumberedLine>(ended.size());
    double[] millis = times.of(ended);
    for (int i = 0; i < millis.length; i++) {
      add(lines, notes.until(millis[i]));
      lines.add(new NumberedLine(numbers++, millis[i], ended.get(i)));
    }
    ended.clear();
    ring.append(lines, open());
    return true;
  }

  /// Adds what happened since the last line.
  private boolean late() {
    boolean over = !log.live();
    if (over && log.length() > parser.position()) {
      return true;
    }
    var rest = notes.rest();
    if (rest.isEmpty()) {
      return false;
    }
    var lines = new ArrayList<NumberedLine>();
    if (over) {
      // A prompt that nobody will go on with is older than the word of the guest's end.
      open().ifPresent(lines::add);
      numbers += lines.size();
      finished = true;
    }
    add(lines, rest);
    ring.append(lines, open());
    return true;
  }

  private void add(List<NumberedLine> lines, List<Mark> marks) {
    for (Mark mark : marks) {
      var line = ConsoleLine.plain("— " + mark.text(), parser.position());
      lines.add(new NumberedLine(numbers++, mark.t(), Origin.HOST, line));
    }
  }

  private Optional<NumberedLine> open() {
    return skipping || finished
        ? Optional.empty()
        : parser.open().map(line -> new NumberedLine(numbers, times.of(line), line));
  }
}
