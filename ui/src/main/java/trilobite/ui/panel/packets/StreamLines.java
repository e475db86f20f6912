// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import trilobite.model.console.ConsoleLine;
import trilobite.model.console.LineRing;
import trilobite.model.console.NumberedLine;
import trilobite.model.packet.flow.StreamPiece;
import trilobite.model.packet.flow.StreamText;

/// A stream laid out for a view of lines.
///
/// @param peer which lines the guest did not say
/// @param cut why there is more than this
record StreamLines(LineRing ring, BitSet peer, Optional<String> cut) {

  static final StreamLines NONE = new StreamLines(new LineRing(), new BitSet(), Optional.empty());

  /// Takes a moment for megabytes; off the JavaFX thread.
  static StreamLines of(List<StreamPiece> pieces, StreamText.Ends ends, StreamText.Form form) {
    var text = StreamText.of(pieces, ends, form, LineRing.LINES);
    var peer = new BitSet();
    var lines = new ArrayList<NumberedLine>(text.rows().size());
    long offset = 0;
    for (var row : text.rows()) {
      peer.set(lines.size(), !row.fromGuest());
      var line = ConsoleLine.plain(row.words(), offset);
      lines.add(new NumberedLine(lines.size(), row.t(), line));
      offset = line.endOffset();
    }
    var ring = new LineRing();
    ring.append(lines, Optional.empty());
    return new StreamLines(ring, peer, text.cut());
  }
}
