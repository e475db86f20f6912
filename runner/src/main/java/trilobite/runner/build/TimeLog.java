// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import trilobite.model.console.BoundedText;
import trilobite.runner.toolchain.Outputs;
import trilobite.runner.toolchain.Toolchain;
import trilobite.runner.toolchain.Toolchains;

/// Reads a tool's own log of how long it took for each file.
final class TimeLog {

  private static final int MOST_BYTES = 8 << 20;
  private static final int MOST = 20_000;

  private TimeLog() {}

  /// @param start in the tool's own time, which tells one build's entry from another's
  record Entry(double start, double millis) {}

  /// By file; the last entry of each. Nothing where there is no log, or one that is not understood.
  static Map<String, Entry> read(Path folder, Toolchain.Times.Log spec, Map<String, String> words) {
    var entries = new LinkedHashMap<String, Entry>();
    try {
      var file = Outputs.resolve(folder, Toolchains.fill(spec.file(), words));
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        return entries;
      }
      var text = Files.readString(file, StandardCharsets.UTF_8);
      var matcher = spec.pattern().matcher(new BoundedText(text, BoundedText.FILE));
      while (matcher.find() && entries.size() < MOST) {
        entry(matcher, spec, entries);
      }
    } catch (IOException | BoundedText.TooCostlyException | StackOverflowError e) {
      return entries;
    }
    return entries;
  }

  private static void entry(Matcher matcher, Toolchain.Times.Log spec, Map<String, Entry> entries) {
    var file = Places.group(matcher, "file");
    double start = number(Places.group(matcher, "start"));
    double end = number(Places.group(matcher, "end"));
    double took = number(Places.group(matcher, "took"));
    double span = Double.isNaN(took) ? end - start : took;
    if (!file.isEmpty() && span >= 0) {
      entries.put(file, new Entry(start, span * spec.millis()));
    }
  }

  private static double number(String text) {
    try {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
