// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.bytes;

import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import trilobite.model.inspect.Bytes;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Reading;
import trilobite.ui.control.ProvenanceBadge;
import trilobite.ui.grid.Sight;

/// Below the bytes: where the cursor is, and where and when they were read and at what cost.
final class Foot extends HBox {

  private final Label where = new Label();
  private final ProvenanceBadge badge = new ProvenanceBadge();
  private final ZoneId zone;
  private Optional<Reading<Bytes>> last = Optional.empty();

  Foot(ZoneId zone) {
    this.zone = zone;
    getStyleClass().add("bytes-foot");
    setMinHeight(USE_PREF_SIZE);
    where.getStyleClass().addAll("tri-small", "tri-muted");
    where.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(where, badge);
  }

  /// Takes the newest reading of what is shown.
  void read(Reading<Bytes> reading) {
    last = Optional.of(reading);
  }

  void show(BytesModel model, Optional<LiveGuest> guest) {
    where.setText(model.sheet().map(sheet -> words(model, sheet.bytes())).orElse(""));
    var shown = last.filter(_ -> model.sheet().isPresent());
    badge.setVisible(shown.isPresent() && guest.isPresent());
    shown.ifPresent(
        reading -> guest.ifPresent(from -> Sight.of(reading, from, false, zone).on(badge)));
  }

  private static String words(BytesModel model, Bytes bytes) {
    return "0x%x%s%s"
        .formatted(
            model.cursor(),
            model.field().map(field -> "  " + field.name()).orElse(""),
            bytes.torn().map(torn -> "  torn: " + torn).orElse(""));
  }

  /// For tests.
  ProvenanceBadge badge() {
    return badge;
  }
}
