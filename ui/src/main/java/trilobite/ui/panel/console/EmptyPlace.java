// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.util.Optional;
import javafx.scene.layout.StackPane;
import trilobite.ui.control.Hint;

/// Says over the lines' place why there are none, and offers what can be done. JavaFX thread.
final class EmptyPlace {

  private final StackPane place;
  private final Runnable run;
  private final Runnable showAll;
  private final Runnable retry;
  private Optional<Emptiness> shown = Optional.empty();
  private Optional<Hint> hint = Optional.empty();

  /// @param place whose first child are the lines
  EmptyPlace(StackPane place, Runnable run, Runnable showAll, Runnable retry) {
    this.place = place;
    this.run = run;
    this.showAll = showAll;
    this.retry = retry;
  }

  /// Nothing is said where there are lines.
  void show(Optional<Emptiness> now) {
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    hint.ifPresent(place.getChildren()::remove);
    hint = now.map(this::hint);
    hint.ifPresent(node -> place.getChildren().add(1, node));
  }

  private Hint hint(Emptiness why) {
    return switch (why.act()) {
      case NONE -> Hint.empty("ci-terminal", why.title(), why.text());
      case RUN ->
          Hint.empty(
              "ci-terminal",
              why.title(),
              why.text(),
              Hint.action("ci-play-filled-alt", "Run", run));
      case UNFILTER ->
          Hint.empty(
              "ci-filter",
              why.title(),
              why.text(),
              Hint.action("ci-close", "Show all lines", showAll));
      case RETRY ->
          Hint.error(why.title(), why.text(), Hint.action("ci-restart", Troubles.RETRY, retry));
    };
  }
}
