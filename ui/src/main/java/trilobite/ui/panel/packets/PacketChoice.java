// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import trilobite.model.guest.PacketRow;
import trilobite.model.job.Job;
import trilobite.ui.panel.Desk;

/// Which packet is looked at: by hand, by the common cursor, or as the next one with a mark; and
/// which are selected. What is looked at moves the common cursor. JavaFX thread.
final class PacketChoice {

  private final Desk desk;
  private final PacketFeed feed;
  private final PacketSheet sheet;
  private final Consumer<PacketStore.Opened> show;
  private final Consumer<String> failed;
  private final IntegerProperty count = new SimpleIntegerProperty(this, "count");
  private Selected selected = Selected.NONE;
  private Optional<PacketRow> chosen = Optional.empty();
  private boolean moving;
  private int turn;

  /// @param show hears of the packet that was opened
  /// @param failed hears in one sentence why one cannot be read
  PacketChoice(
      Desk desk,
      PacketFeed feed,
      PacketSheet sheet,
      Consumer<PacketStore.Opened> show,
      Consumer<String> failed) {
    this.desk = desk;
    this.feed = feed;
    this.sheet = sheet;
    this.show = show;
    this.failed = failed;
  }

  /// Nothing is chosen any more.
  void none() {
    turn++;
    chosen = Optional.empty();
    select(Selected.NONE);
    sheet.select(-1);
  }

  /// What copying and exporting take.
  Selected selected() {
    return selected;
  }

  /// How many are selected, where it is more than one; else 0 or 1.
  ReadOnlyIntegerProperty count() {
    return count;
  }

  private void select(Selected now) {
    selected = now;
    sheet.selection(now);
    recount();
  }

  /// Counts them in the list as it is now.
  private void recount() {
    var some = selected;
    var from = feed.store();
    if (from.isEmpty() || !some.several()) {
      count.set(some.isEmpty() ? 0 : 1);
      return;
    }
    desk.background(
        new Job<>("Count selected packets", _ -> from.get().numbers(some).length),
        found -> {
          if (some.equals(selected)) {
            count.set(found);
          }
        },
        this::say);
  }

  /// The packet that is looked at.
  Optional<PacketRow> looked() {
    return chosen;
  }

  /// Selects all that is in the list now.
  void all() {
    feed.store()
        .ifPresent(
            store ->
                desk.background(
                    new Job<>("Select all packets", _ -> store.whole()), this::select, this::say));
  }

  /// @param row where it has come already
  void choose(long index, Optional<PacketRow> row, Selected.Way way) {
    int now = ++turn;
    row.ifPresentOrElse(found -> open(found, now, way), () -> fetch(index, way));
  }

  /// Opens a packet whose row has not come yet.
  private void fetch(long index, Selected.Way way) {
    int now = turn;
    feed.store()
        .ifPresent(
            store ->
                desk.background(
                    new Job<>("Read a packet", _ -> store.rows(index, 1)),
                    rows -> rows.forEach(row -> open(row, now, way)),
                    this::say));
  }

  private void say(Throwable error) {
    failed.accept(String.valueOf(error.getMessage()));
  }

  /// The common cursor moved elsewhere: the first packet from there on is selected.
  void toCursor(OptionalDouble t) {
    if (t.isEmpty() || moving || feed.store().isEmpty()) {
      return;
    }
    var from = feed.store().get();
    desk.background(
        new Job<>("Find a packet", _ -> from.indexOf(from.log().numberAt(t.getAsDouble()))),
        index -> {
          if (index < feed.last().count()) {
            sheet.follow().set(false);
            sheet.select(index);
            alone(from, index);
          }
        },
        this::say);
  }

  /// The packet at the common cursor is the selected one; many that someone selected stay so.
  private void alone(PacketStore from, long index) {
    int now = ++turn;
    desk.background(
        new Job<>("Read a packet", _ -> from.rows(index, 1)),
        rows -> {
          if (now == turn && !selected.several()) {
            rows.forEach(row -> select(selected.pick(row.number(), Selected.Way.ONLY)));
          }
        },
        this::say);
  }

  /// Shows a packet and moves the common cursor to it, unless another was chosen meanwhile: what is
  /// read for one may come after what is read for the next.
  private void open(PacketRow row, int asked, Selected.Way way) {
    if (asked != turn) {
      return;
    }
    chosen = Optional.of(row);
    select(selected.pick(row.number(), way));
    moving = true;
    desk.session().cursor().set(OptionalDouble.of(row.time()));
    moving = false;
    feed.store()
        .ifPresent(
            store ->
                desk.background(
                    new Job<>("Read a packet", _ -> store.open(row.number())),
                    found -> found.filter(_ -> asked == turn).ifPresent(show),
                    this::say));
  }

  /// Rows came or went before the chosen one: it keeps its selection in its new place.
  void reselect() {
    recount();
    if (sheet.selected() < 0 || chosen.isEmpty() || feed.store().isEmpty()) {
      return;
    }
    long number = chosen.get().number();
    var from = feed.store().get();
    desk.background(
        new Job<>("Find a packet", _ -> from.indexOf(number)), sheet::reselect, this::say);
  }

  void nextMark() {
    feed.store()
        .ifPresent(
            store ->
                desk.background(
                    new Job<>(
                        "Find the next mark",
                        _ -> store.nextMarked(chosen.map(PacketRow::number).orElse(0L))),
                    found -> found.ifPresent(this::jump),
                    this::say));
  }

  private void jump(long index) {
    if (index < feed.last().count()) {
      sheet.follow().set(false);
      sheet.select(index);
      turn++;
      fetch(index, Selected.Way.ONLY);
    }
  }
}
