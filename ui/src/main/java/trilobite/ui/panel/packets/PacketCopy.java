// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import trilobite.model.guest.PacketRow;
import trilobite.model.guest.Views;
import trilobite.model.job.Job;
import trilobite.model.job.JobContext;
import trilobite.model.table.Column;
import trilobite.model.table.TableText;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Toast;

/// Puts packets on the clipboard as text: all columns, with raw values. JavaFX thread; they are
/// read on another.
final class PacketCopy {

  /// More would choke the clipboard of many a desktop; a file takes them all.
  static final int MOST = 10_000;

  private final Desk desk;
  private final Supplier<Optional<PacketStore>> store;

  PacketCopy(Desk desk, Supplier<Optional<PacketStore>> store) {
    this.desk = desk;
    this.store = store;
  }

  void tsv(Selected some) {
    copy(some, TableText::tsv, "tab-separated");
  }

  void json(Selected some) {
    copy(some, TableText::json, "JSON");
  }

  /// @param rows how many there are
  /// @param all how many were selected
  private record Text(String text, int rows, int all) {}

  private void copy(
      Selected some,
      BiFunction<List<Column<PacketRow>>, List<PacketRow>, String> form,
      String name) {
    var from = store.get();
    if (from.isEmpty() || some.isEmpty()) {
      return;
    }
    desk.background(
        new Job<>("Copy packets", context -> read(from.get(), some, form, context)),
        text -> {
          Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.text()));
          desk.toast(Toast.info("Copied", said(text, name)));
        },
        error -> desk.toast(Toast.error("Not copied", String.valueOf(error.getMessage()))));
  }

  private static Text read(
      PacketStore from,
      Selected some,
      BiFunction<List<Column<PacketRow>>, List<PacketRow>, String> form,
      JobContext context)
      throws java.io.IOException {
    var numbers = from.numbers(some);
    var rows = new ArrayList<PacketRow>();
    new PacketWalk(from.log(), context)
        .each(
            Arrays.copyOf(numbers, Math.min(MOST, numbers.length)),
            packet -> rows.add(from.table().row(packet)));
    return new Text(form.apply(Views.PACKETS.table().columns(), rows), rows.size(), numbers.length);
  }

  private static String said(Text text, String form) {
    return text.all() > MOST
        ? String.format(
            Locale.ROOT,
            "The first %,d of %,d packets as %s. Export takes them all (Ctrl+Shift+E).",
            text.rows(),
            text.all(),
            form)
        : String.format(
            Locale.ROOT,
            "%s as %s.",
            text.rows() == 1 ? "1 packet" : String.format(Locale.ROOT, "%,d packets", text.rows()),
            form);
  }
}
