// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;

/// What all verbs that show a table of the guest's have in common.
final class TableOptions {
  private static final int PATIENCE_BEATS = 100;
  private static final long BEAT_MILLIS = 100;

  /// A second reading that changes nothing will not change the third time either.
  private static final int WARM_BEATS = 5;

  @Option(names = "--watch", description = "again every second until the guest ends")
  private boolean watch;

  @Option(names = "--json", description = "one JSON object a reading")
  private boolean json;

  /// True where the answer goes to a program, or to be scrolled back.
  boolean plain() {
    return json || watch;
  }

  /// Prints one reading, or one a second.
  ///
  /// @param warm true for rows that need no reading before them to be whole
  <R> int show(
      LiveGuest guest,
      TableAnswer<R> table,
      Function<Eyes, Measured<Listing<R>>> read,
      Predicate<List<R>> warm)
      throws InterruptedException {
    var eyes = guest.eyes();
    var code = table.print(first(guest, () -> read.apply(eyes), warm), json);
    if (watch) {
      try (var beat = new Beat(1000)) {
        while (table.env().heard() && beat.next(() -> guest.ended().isDone())) {
          code = table.print(read.apply(eyes), json);
        }
      }
    }
    return code;
  }

  /// A view and how it is printed.
  ///
  /// @param warm true for rows that need no reading before them to be whole
  record Shown<R extends Record>(View<R> view, TableAnswer<R> answer, Predicate<List<R>> warm) {}

  /// Prints several views, one after another, once or each second.
  ///
  /// @return the worst of their codes
  int show(LiveGuest guest, List<Shown<?>> all) throws InterruptedException {
    int code = round(guest, all);
    if (watch) {
      try (var beat = new Beat(1000)) {
        while (heard(all) && beat.next(() -> guest.ended().isDone())) {
          code = round(guest, all);
        }
      }
    }
    return code;
  }

  private static boolean heard(List<Shown<?>> all) {
    return all.stream().allMatch(each -> each.answer().env().heard());
  }

  private int round(LiveGuest guest, List<Shown<?>> all) throws InterruptedException {
    int code = Exit.DONE;
    var told = new HashSet<String>();
    for (var each : all) {
      code = Math.max(code, round(guest, each, told));
    }
    return code;
  }

  /// One reason for several views is said once.
  private <R extends Record> int round(LiveGuest guest, Shown<R> each, Set<String> told)
      throws InterruptedException {
    var answer = await(guest, each.view(), each.warm());
    var again =
        answer instanceof Measured.Unknown<Listing<R>>(var reason) && !told.add(reason.why());
    return again && !json ? Exit.NO : each.answer().print(answer, json);
  }

  /// A view's rows; waits while the guest is being opened, and a moment for rows that are whole.
  static <R extends Record> Measured<Listing<R>> await(
      LiveGuest guest, View<R> view, Predicate<List<R>> warm) throws InterruptedException {
    var eyes = guest.eyes();
    return first(guest, () -> eyes.see(view), warm);
  }

  boolean json() {
    return json;
  }

  /// Waits while the guest's memory or types are being opened, and for a second reading where rows
  /// need it.
  private static <R> Measured<Listing<R>> first(
      LiveGuest guest, Supplier<Measured<Listing<R>>> read, Predicate<List<R>> warm)
      throws InterruptedException {
    var answer = read.get();
    int known = 0;
    try (var beat = new Beat(BEAT_MILLIS)) {
      for (int i = 0; i < PATIENCE_BEATS && !enough(answer, warm, known); i++) {
        if (!beat.next(() -> guest.ended().isDone())) {
          break;
        }
        answer = read.get();
        known += answer.value().isPresent() ? 1 : 0;
      }
    }
    return answer;
  }

  private static <R> boolean enough(
      Measured<Listing<R>> answer, Predicate<List<R>> warm, int readings) {
    return switch (answer) {
      case Measured.Known<Listing<R>>(var reading) ->
          warm.test(reading.value().rows()) || readings >= WARM_BEATS;
      case Measured.Unknown<Listing<R>>(var reason) -> !reason.soon();
    };
  }
}
