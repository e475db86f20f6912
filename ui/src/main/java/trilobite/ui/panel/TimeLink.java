// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import trilobite.model.job.Subscription;
import trilobite.ui.chart.GraphGroup;
import trilobite.ui.chart.TimeWindow;
import trilobite.ui.panel.Session.TimeRange;

/// Ties the graphs' crosshair and selection to those of the window, both ways. JavaFX thread only.
public final class TimeLink implements Subscription {

  private final GraphGroup group;
  private final Session session;
  private final ChangeListener<Optional<TimeWindow>> outward = (_, _, next) -> tell(next);
  private final ChangeListener<Optional<TimeRange>> inward = (_, _, next) -> take(next);

  public TimeLink(GraphGroup group, Session session) {
    this.group = group;
    this.session = session;
    group.cursor().bindBidirectional(session.cursor());
    take(session.selection().get());
    group.selection().addListener(outward);
    session.selection().addListener(inward);
  }

  private void tell(Optional<TimeWindow> selected) {
    session.selection().set(selected.map(span -> new TimeRange(span.from(), span.to())));
  }

  private void take(Optional<TimeRange> selected) {
    group
        .selection()
        .set(
            selected
                .filter(span -> span.to() > span.from())
                .map(span -> new TimeWindow(span.from(), span.to())));
  }

  @Override
  public void close() {
    group.cursor().unbindBidirectional(session.cursor());
    group.selection().removeListener(outward);
    session.selection().removeListener(inward);
  }
}
