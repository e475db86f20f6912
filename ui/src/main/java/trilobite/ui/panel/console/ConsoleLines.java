// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import trilobite.model.console.LineFilter;
import trilobite.model.console.LineRing;
import trilobite.model.console.NumberedLine;
import trilobite.ui.console.FindBar;
import trilobite.ui.console.FollowChip;
import trilobite.ui.console.LevelTint;
import trilobite.ui.console.LineView;
import trilobite.ui.console.Search;
import trilobite.ui.console.Selecting;
import trilobite.ui.console.TimeCursor;
import trilobite.ui.console.TimeMargin;
import trilobite.ui.panel.Session;
import trilobite.ui.panel.ShownRun;

/// The lines of the shown run, with all that can be done to them. JavaFX thread.
final class ConsoleLines {

  private final LineRing nothing = new LineRing();
  private final LineView view = new LineView(() -> nothing);
  private final FollowChip follow = new FollowChip();
  private final TimeMargin times = new TimeMargin(Times.COLUMNS, _ -> "");
  private final TimeCursor cursor = new TimeCursor();
  private final Selecting selecting = new Selecting();
  private final FindBar find;
  private final ZoneId zone;
  private Optional<ShownConsole> shown = Optional.empty();
  private Optional<Search> search = Optional.empty();
  private LineFilter filter = LineFilter.ALL;
  private boolean uptime;
  private Optional<Stamp> stamped = Optional.empty();

  ConsoleLines(Session session, FindBar find, ZoneId zone) {
    this.find = find;
    this.zone = zone;
    view.add(new LevelTint());
    view.add(cursor);
    view.add(
        selecting
            .whenChosen(line -> chosen(line, session))
            .whenCleared(() -> session.cursor().set(OptionalDouble.empty())));
    view.add(times);
    view.add(follow);
    session.cursor().addListener(_ -> cursor.at(session.cursor().get()));
  }

  LineView view() {
    return view;
  }

  FollowChip follow() {
    return follow;
  }

  Selecting selecting() {
    return selecting;
  }

  Optional<ShownConsole> shown() {
    return shown;
  }

  /// Shows another run from its newest line on.
  void show(Optional<ShownRun> run) {
    close();
    shown = run.map(ShownConsole::of);
    search = shown.map(console -> new Search(console.feed()));
    shown.ifPresent(console -> console.feed().filter(filter));
    search.ifPresent(
        s -> {
          view.add(s);
          find.search(s);
        });
    view.source(() -> shown.map(console -> console.feed().shown()).orElse(nothing));
    view.follow(true);
    stamp();
  }

  /// Shows the newest of the lines that pass: which of them one had seen is not known.
  void filter(LineFilter next) {
    if (next.equals(filter)) {
      return;
    }
    filter = next;
    shown.ifPresent(console -> console.feed().filter(next));
    view.follow(true);
  }

  LineFilter filter() {
    return filter;
  }

  /// Times since the start of the guest, instead of the time of day.
  void uptime(boolean on) {
    uptime = on;
    stamp();
  }

  /// The clock may become known while the guest starts. A new format draws all lines anew, so there
  /// is one only where the clock is another.
  void stamp() {
    var start = shown.flatMap(ShownConsole::start);
    var now = Optional.of(new Stamp(uptime, start));
    if (now.equals(stamped)) {
      return;
    }
    stamped = now;
    times.format(
        uptime || start.isEmpty()
            ? Times::uptime
            : millis -> Times.clock(start.get(), millis, zone));
  }

  /// What line times are counted from.
  private record Stamp(boolean uptime, Optional<Instant> start) {}

  void close() {
    search.ifPresent(Search::uninstall);
    shown.ifPresent(ShownConsole::close);
    search = Optional.empty();
    shown = Optional.empty();
  }

  private void chosen(NumberedLine line, Session session) {
    if (!Double.isNaN(line.millis())) {
      session.cursor().set(OptionalDouble.of(line.millis()));
    }
  }
}
