// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Which packets are selected, by their numbers: they stay so while others come and go, and a
/// million take no more room than one. A range means those of the list that lie in it. Immutable.
final class Selected {

  static final Selected NONE = new Selected(new TreeMap<>(), 0);

  /// Whatever is in the list.
  static final Selected ALL = range(1, Long.MAX_VALUE);

  private final NavigableMap<Long, Long> ranges;
  private final long anchor;

  /// How a packet is picked.
  enum Way {
    /// It alone.
    ONLY,
    /// All from the one that was picked last without Shift up to it.
    UP_TO,
    /// It too, or it no more.
    ALSO,
    /// It is looked at, and nothing is selected or given up.
    LOOK
  }

  /// @param ranges first and last number of each, apart from each other
  /// @param anchor where a range begins that is drawn up next; 0 for none
  private Selected(NavigableMap<Long, Long> ranges, long anchor) {
    this.ranges = Collections.unmodifiableNavigableMap(ranges);
    this.anchor = anchor;
  }

  /// All numbers from one to another.
  static Selected range(long first, long last) {
    return new Selected(new TreeMap<>(Map.of(first, last)), first);
  }

  Selected pick(long number, Way way) {
    return switch (way) {
      case ONLY -> range(number, number);
      case UP_TO -> anchor == 0 ? range(number, number) : upTo(number);
      case ALSO -> toggled(number);
      case LOOK -> this;
    };
  }

  private Selected upTo(long number) {
    return new Selected(
        new TreeMap<>(Map.of(Math.min(anchor, number), Math.max(anchor, number))), anchor);
  }

  private Selected toggled(long number) {
    var others = new TreeMap<>(ranges);
    if (has(number)) {
      var around = others.floorEntry(number);
      others.remove(around.getKey());
      if (around.getKey() < number) {
        others.put(around.getKey(), number - 1);
      }
      if (around.getValue() > number) {
        others.put(number + 1, around.getValue());
      }
    } else {
      others.put(number, number);
    }
    return new Selected(others, number);
  }

  boolean has(long number) {
    var around = ranges.floorEntry(number);
    return around != null && around.getValue() >= number;
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  /// True where it may be more than one packet.
  boolean several() {
    return ranges.size() > 1
        || ranges.entrySet().stream().anyMatch(range -> range.getKey() < range.getValue());
  }

  /// First and last number of each range, ascending.
  Map<Long, Long> ranges() {
    return ranges;
  }
}
