// SPDX-License-Identifier: Apache-2.0
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A line of the bench's answer.
///
/// @param name short, as on the command line
/// @param what in words, with both sides
/// @param unit of the value; empty for a ratio
/// @param target absent for a figure that is only printed
/// @param times pairs or repetitions measured
/// @param more further values by name
record Figure(
    String name,
    String what,
    String unit,
    Optional<Target> target,
    Interval interval,
    int times,
    Map<String, Object> more) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// Prints it: words for people, or one JSON object where the property `bench.json` is set.
  void print() {
    System.out.println(Boolean.getBoolean("bench.json") ? json() : text());
    System.out.flush();
  }

  private String text() {
    var line = new StringBuilder(name).append(": ").append(what).append('\n');
    line.append("  target ").append(target.map(Target::toString).orElse("none, printed only"));
    line.append(", reached ").append(number(interval.middle())).append(space());
    line.append(", 95 % interval ").append(number(interval.low()));
    line.append(" to ").append(number(interval.high())).append(", ").append(times).append(" times");
    target.ifPresent(t -> line.append(": ").append(t.verdict(interval)));
    more.forEach(
        (key, value) ->
            line.append("\n  ")
                .append(key)
                .append(": ")
                .append(value instanceof Double d ? number(d) : value));
    return line.toString();
  }

  private String space() {
    return unit.isEmpty() ? "" : " " + unit;
  }

  private String json() {
    var object = new LinkedHashMap<String, Object>();
    object.put("figure", name);
    object.put("what", what);
    object.put("unit", unit);
    object.put("target", target.map(Target::toString).orElse(null));
    object.put("reached", interval.middle());
    object.put("low", finite(interval.low()));
    object.put("high", finite(interval.high()));
    object.put("times", times);
    object.put("verdict", target.map(t -> t.verdict(interval)).orElse(null));
    more.forEach(
        (key, value) -> object.put(key, value instanceof Interval i ? i.toString() : value));
    try {
      return JSON.writeValueAsString(object);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
