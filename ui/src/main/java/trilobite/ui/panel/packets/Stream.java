// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.Optional;
import java.util.regex.Pattern;
import trilobite.model.guest.FlowRow;
import trilobite.model.guest.Listing;
import trilobite.model.job.Job;
import trilobite.model.packet.filter.PacketFilter;
import trilobite.model.packet.flow.FlowStream;
import trilobite.model.packet.flow.PacketTable;
import trilobite.model.packet.flow.StreamPiece;
import trilobite.model.run.RunId;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.Desk;

/// A connection of a run whose words have a page.
///
/// @param flow its number when it was followed
/// @param first the packet that began it: the flow's number is another once older packets have
///   given way
record Stream(RunId run, long flow, long first) {

  private static final Pattern PAGE = Pattern.compile("stream-(\\d{1,18})-(\\d{1,18})-(\\d{1,18})");
  private static final long MOST_BYTES = 4 << 20;

  /// Where its packets are; asked off the JavaFX thread.
  interface Packets {
    PacketStore open() throws java.io.IOException;
  }

  /// What was read of it until now.
  record Text(FlowRow flow, Listing<StreamPiece> pieces) {}

  /// The stream whose page has this id.
  static Optional<Stream> of(String page) {
    var match = PAGE.matcher(page);
    return match.matches()
        ? Optional.of(
            new Stream(
                new RunId(Long.parseLong(match.group(1))),
                Long.parseLong(match.group(2)),
                Long.parseLong(match.group(3))))
        : Optional.empty();
  }

  /// What is kept of a run's packets, as for a page that was open when the window was last closed.
  Packets kept(Desk desk) {
    return () ->
        new PacketStore(new PacketTable(desk.workbench().history().packets(run)), PacketFilter.ALL);
  }

  /// Opens its page.
  void open(Desk desk, FileChoice files, Packets packets) {
    desk.openPage(
        page(),
        "Stream " + flow + " of " + run,
        "ci-data-structured",
        new StreamPage(desk, files, this, packets));
  }

  private String page() {
    return "stream-" + run.number() + "-" + flow + "-" + first;
  }

  /// Name of a file with its words.
  String fileName() {
    return "run-" + run.number() + "-stream-" + flow;
  }

  /// Reads all of it that has come; empty where its beginning is not kept any more.
  Job<Optional<Text>> reading(Packets packets) {
    return new Job<>(
        "Follow a stream",
        _ -> {
          var store = packets.open();
          return store
              .flowFrom(flow, first)
              .map(found -> new Text(found, FlowStream.read(store.log(), found, MOST_BYTES)));
        });
  }
}
