// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import trilobite.model.build.BuildEvent;

/// The events of one build, kept for listeners that come late. Of very long output only the end is
/// kept: a build may print without limit.
final class BuildOutput {

  private static final int MOST_CHARS = 16 << 20;
  private static final int MOST_EVENTS = 200_000;

  private final Deque<BuildEvent> events = new ArrayDeque<>();
  private int chars;

  void clear() {
    events.clear();
    chars = 0;
  }

  void add(BuildEvent event) {
    events.addLast(event);
    chars += size(event);
    while (events.size() > MOST_EVENTS || chars > MOST_CHARS) {
      chars -= size(events.removeFirst());
    }
  }

  void replay(Consumer<BuildEvent> listener) {
    events.forEach(listener);
  }

  private static int size(BuildEvent event) {
    return event instanceof BuildEvent.Output(String text) ? text.length() : 0;
  }
}
