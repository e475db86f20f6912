// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.console.LinePattern;
import trilobite.model.console.LinePattern.Span;
import trilobite.ui.console.RowPainter.Layer;

/// Highlights what is being looked for and goes from match to match.
public final class Search extends RowPart {

  /// What is looked in.
  public interface Lines {

    /// Looks for something else, or for nothing; returns at once.
    void find(Optional<LinePattern> pattern);

    /// What was found until now; empty while nothing is looked for.
    Optional<SearchHits> hits();
  }

  private final Lines lines;
  private Optional<LinePattern> pattern = Optional.empty();
  private long now = -1;

  public Search(Lines lines) {
    super(Layer.BEHIND);
    this.lines = lines;
  }

  /// Looks for something else, or for nothing.
  public void find(Optional<LinePattern> wanted) {
    pattern = wanted;
    now = -1;
    lines.find(wanted);
    redraw();
  }

  /// Goes to the next match below, from the top again after the last.
  public void next() {
    lines.hits().ifPresent(hits -> go(hits.after(now < 0 ? start() - 1 : now)));
  }

  /// Goes to the next match above.
  public void previous() {
    lines.hits().ifPresent(hits -> go(hits.before(now < 0 ? start() + 1 : now)));
  }

  /// Such as `3 of 37 lines`; empty while nothing is looked for.
  public String count() {
    return lines
        .hits()
        .map(
            hits -> {
              int place = now < 0 ? 0 : hits.ordinal(now);
              String all =
                  String.format("%,d %s", hits.count(), hits.count() == 1 ? "line" : "lines");
              return hits.count() == 0 ? "No match" : place > 0 ? place + " of " + all : all;
            })
        .orElse("");
  }

  @Override
  public void uninstall() {
    find(Optional.empty());
    super.uninstall();
  }

  private long start() {
    return view().map(on -> on.viewport().top()).orElse(0L);
  }

  private void go(OptionalLong position) {
    if (position.isPresent() && view().isPresent()) {
      now = position.getAsLong();
      view().get().follow(false);
      view().get().viewport().reveal(now);
      view().get().redraw();
    }
  }

  @Override
  void paint(Brush brush, VisibleRow row) {
    if (pattern.isEmpty()) {
      return;
    }
    Ink ink = row.position() == now ? Ink.HIT_NOW : Ink.HIT;
    for (Span span : pattern.get().spans(row.text())) {
      int from = Math.max(span.from(), row.from());
      int to = Math.min(span.to(), row.to());
      if (from < to) {
        brush.fill(brush.palette().of(ink), TextLayer.column(row, from), TextLayer.column(row, to));
      }
    }
  }
}
