// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import trilobite.model.guest.PacketRow;
import trilobite.model.job.Job;
import trilobite.ui.panel.Desk;

/// Which packet is chosen: by hand, by the common cursor, or as the next one with a mark. What is
/// chosen moves the common cursor. JavaFX thread.
final class PacketChoice {

  private final Desk desk;
  private final PacketFeed feed;
  private final PacketSheet sheet;
  private final Consumer<PacketStore.Opened> show;
  private final Consumer<String> failed;
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
    sheet.select(-1);
  }

  /// @param row where it has come already
  void choose(long index, Optional<PacketRow> row) {
    int now = ++turn;
    row.ifPresentOrElse(found -> open(found, now), () -> fetch(index));
  }

  /// Opens a packet whose row has not come yet.
  private void fetch(long index) {
    int now = turn;
    feed.store()
        .ifPresent(
            store ->
                desk.background(
                    new Job<>("Read a packet", _ -> store.rows(index, 1)),
                    rows -> rows.forEach(row -> open(row, now)),
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
          }
        },
        this::say);
  }

  /// Shows a packet and moves the common cursor to it, unless another was chosen meanwhile: what is
  /// read for one may come after what is read for the next.
  private void open(PacketRow row, int asked) {
    if (asked != turn) {
      return;
    }
    chosen = Optional.of(row);
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
      fetch(index);
    }
  }
}
