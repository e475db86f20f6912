// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.dump;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.expression.ExpressionException;
import trilobite.model.inspect.Finds;
import trilobite.model.inspect.Finds.Find;
import trilobite.model.inspect.Problem;
import trilobite.model.inspect.Question;
import trilobite.runner.expression.Prints;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.memory.PageMap;

/// Looks through the memory that a guest has touched, a bounded piece at a time, so that whoever
/// asks can show how far it is.
///
/// @param tables where physical memory lies in the kernel's view
public record Search(Prints prints, GuestRam ram, Tables tables) {

  private static final int PIECE = 1 << 19;
  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_STRETCHES = 10_000;
  private static final int MOST_FINDS = 1000;
  private static final int SHOWN = 16;

  /// Gives the guest's page tables, or nothing where physical addresses are the kernel's own.
  @FunctionalInterface
  public interface Tables {
    Optional<PageMap> now() throws IOException;
  }

  /// @throws IOException where memory is gone; a pattern that makes no sense is an answer
  public Finds find(Question.Find asked) throws IOException {
    try {
      return find(asked, Pattern.of(asked.what(), prints));
    } catch (ExpressionException e) {
      return new Finds(
          asked.what(),
          List.of(),
          0,
          OptionalLong.empty(),
          Optional.of(new Problem(e.column(), String.valueOf(e.getMessage()))));
    }
  }

  private Finds find(Question.Find asked, Pattern pattern) throws IOException {
    var found = new ArrayList<Long>();
    long searched = 0;
    var next = OptionalLong.empty();
    var stretches = ram.touchedFrom(asked.from(), MOST_STRETCHES);
    if (stretches.size() == MOST_STRETCHES) {
      next = OptionalLong.of(stretches.getLast().end());
    }
    for (var stretch : stretches) {
      if (searched >= MOST_BYTES || found.size() >= MOST_FINDS) {
        next = OptionalLong.of(stretch.address());
        break;
      }
      long end = Math.min(stretch.length(), MOST_BYTES - searched);
      for (long at = 0; at < end; at += PIECE) {
        // A match may reach into the next piece.
        int length = (int) Math.min(PIECE + pattern.length() - 1, stretch.length() - at);
        in(pattern, ram.read(stretch.address() + at, length), stretch.address() + at, found);
      }
      searched += end;
      if (end < stretch.length()) {
        next = OptionalLong.of(stretch.address() + end);
      }
    }
    return new Finds(asked.what(), rows(found), searched, next, Optional.empty());
  }

  private static void in(Pattern pattern, ByteBuffer bytes, long start, List<Long> found) {
    for (int at = pattern.find(bytes, 0, bytes.limit());
        at >= 0 && at < PIECE && found.size() < MOST_FINDS;
        at = pattern.find(bytes, at + 1, bytes.limit())) {
      found.add(start + at);
    }
  }

  private List<Find> rows(List<Long> found) throws IOException {
    if (found.isEmpty()) {
      return List.of();
    }
    var map = tables.now();
    var rows = new ArrayList<Find>();
    for (long physical : found) {
      var address = map.isEmpty() ? Optional.of(physical) : map.get().virtual(physical);
      int length = ram.holds(physical, SHOWN) ? SHOWN : 1;
      var bytes = new byte[length];
      ram.read(physical, bytes, 0, length);
      rows.add(
          new Find(
              physical,
              address.isPresent() ? OptionalLong.of(address.get()) : OptionalLong.empty(),
              address.flatMap(prints.words()::at),
              HexFormat.of().formatHex(bytes)));
    }
    return List.copyOf(rows);
  }
}
