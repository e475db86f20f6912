// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import trilobite.model.guest.ThreadRow;
import trilobite.model.port.Settings;

/// Which series colour a thread has: the first seven names of a project that use the CPU get one
/// each and keep it from run to run; all others share that of "other".
final class ThreadColours {

  static final int MOST = 7;
  private static final double WORTH_PERCENT = 0.5;
  private static final int LONGEST_NAME = 64;

  private final Settings settings;
  private final String key;
  private final Map<String, Integer> colours = new LinkedHashMap<>();

  /// @param project whose threads these are
  ThreadColours(Settings settings, String project) {
    this.settings = settings;
    this.key = "threads.colours." + project;
    settings.get(key).ifPresent(kept -> kept.lines().limit(MOST).forEach(name -> give(name)));
  }

  private void give(String name) {
    colours.putIfAbsent(name, colours.size() + 1);
  }

  /// 1 to 7, or 0.
  int of(ThreadRow thread) {
    return colours.getOrDefault(thread.name(), 0);
  }

  int of(String name) {
    return colours.getOrDefault(name, 0);
  }

  /// Gives colours that are left to who uses most of the CPU; true where it gave one.
  boolean see(List<ThreadRow> rows) {
    int before = colours.size();
    if (before == MOST) {
      return false;
    }
    rows.stream()
        .filter(row -> row.cpu().orElse(0) >= WORTH_PERCENT)
        .filter(row -> row.name().length() <= LONGEST_NAME && row.name().lines().count() == 1)
        .sorted(Comparator.comparingDouble((ThreadRow row) -> -row.cpu().orElse(0)))
        .filter(row -> !colours.containsKey(row.name()))
        .limit(MOST - before)
        .forEach(row -> give(row.name()));
    while (colours.size() > MOST) {
      colours.remove(List.copyOf(colours.keySet()).getLast());
    }
    if (colours.size() > before) {
      settings.put(key, String.join("\n", colours.keySet()));
    }
    return colours.size() > before;
  }
}
