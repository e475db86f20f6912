// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import trilobite.model.packet.filter.PacketFilter;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.Limits;
import trilobite.model.run.RunState;
import trilobite.ui.control.FilterField;
import trilobite.ui.control.Icons;
import trilobite.ui.control.ProvenanceBadge;
import trilobite.ui.control.Segment;
import trilobite.ui.panel.ShownRun;

/// Filter, Follow, packets or flows, what was captured and lost, and where it comes from.
final class PacketsBar extends HBox {

  private final FilterField field;
  private final ToggleButton follow = new ToggleButton("Follow", Icons.of("ci-down-to-bottom"));
  private final Segment<Shown> choice;
  private final Label chosen = new Label();
  private final Label counts = new Label();
  private final ProvenanceBadge badge = new ProvenanceBadge();

  PacketsBar(
      Consumer<String> filtered,
      PacketSheet sheet,
      PacketActions actions,
      Consumer<Shown> table,
      Runnable nextMark) {
    getStyleClass().addAll("tri-toolbar", "packets-bar");
    field = new FilterField("tcp port 80 and not arp", "Filter packets", sheet::requestFocus);
    field.line().addListener((_, _, line) -> filtered.accept(line));
    follow.getStyleClass().add("flat");
    follow.selectedProperty().bindBidirectional(sheet.follow());
    follow.setMinWidth(USE_PREF_SIZE);
    choice = new Segment<>(List.of(Shown.values()), Shown::title, () -> table.accept(shown()));
    counts.getStyleClass().addAll("tri-muted", "tri-small");
    counts.setMinWidth(0);
    chosen.getStyleClass().addAll("tri-strong", "packets-chosen");
    chosen.setMinWidth(USE_PREF_SIZE);
    chosen.managedProperty().bind(chosen.visibleProperty());
    chosen(0);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    source(Optional.empty());
    badge.setMinWidth(USE_PREF_SIZE);
    badge.managedProperty().bind(badge.visibleProperty());
    var wireshark = Icons.button("ci-launch", "Open in Wireshark", "", actions::wireshark);
    wireshark.setId("packets-wireshark");
    getChildren()
        .addAll(
            field,
            follow,
            choice,
            chosen,
            counts,
            space,
            badge,
            Icons.button("ci-warning-alt", "Next marked packet", "", nextMark),
            wireshark,
            Icons.button(
                "ci-export", "Export pcapng", "Ctrl+E", () -> actions.export(Selected.ALL)));
  }

  /// Says where the packets of that run come from: nothing where there is no run.
  void source(Optional<ShownRun> run) {
    var live = run.flatMap(ShownRun::live);
    badge.setVisible(run.isPresent() && live.filter(PacketHints::unseen).isEmpty());
    boolean over = live.filter(guest -> guest.status().state() != RunState.ENDED).isEmpty();
    boolean sent = live.map(LiveGuest::limits).orElse(Limits.NONE).send().isEmpty();
    if (over) {
      badge.stale(
          "As recorded", "the run is over", "All packets that were kept when the run ended.");
    } else {
      badge.live(sent ? "Copied by the relay" : "Copied by QEMU", "0 pauses", false, how(sent));
    }
  }

  private static String how(boolean sent) {
    return (sent
            ? "Every frame passes through Trilobite's relay between the guest's card and its"
                + " network,\nwhich keeps a copy on disk."
            : "Nothing of ours is on this guest's wire: a filter-dump in its QEMU writes each"
                + " frame\ninto a file, which is read here.")
        + " The guest is not paused.";
  }

  FilterField field() {
    return field;
  }

  /// What stands at the left.
  enum Shown {
    PACKETS("Packets"),
    FLOWS("Flows"),
    GRAPH("Graph");

    private final String title;

    Shown(String title) {
      this.title = title;
    }

    private String title() {
      return title;
    }
  }

  private Shown shown() {
    return choice.value();
  }

  /// Shows the graph of the chosen packet's connection.
  void graph() {
    choice.choose(Shown.GRAPH);
  }

  /// Shows packets, not flows.
  void packets() {
    choice.choose(Shown.PACKETS);
  }

  /// Says how many packets are selected, where it is more than the one that is looked at.
  void chosen(int count) {
    chosen.setText(String.format(Locale.ROOT, "%,d selected", count));
    chosen.setVisible(count > 1);
  }

  void none() {
    counts.setText("");
  }

  void show(PacketStore.Seen seen, PacketFilter filter) {
    var shown = filter.text().isEmpty() ? "" : String.format(Locale.ROOT, "%,d of ", seen.count());
    var gone =
        seen.span().evicted() == 0
            ? ""
            : String.format(Locale.ROOT, ", oldest %,d given way", seen.span().evicted());
    var reading =
        seen.behind() > 0 ? String.format(Locale.ROOT, ", %,d to read", seen.behind()) : "";
    counts.setText(
        String.format(
            Locale.ROOT,
            "%s%,d captured, %,d lost, %,d SYN dropped by guest%s%s",
            shown,
            seen.span().end() - 1,
            seen.span().missed(),
            seen.dropped(),
            gone,
            reading));
  }
}
