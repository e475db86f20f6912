// SPDX-License-Identifier: Apache-2.0
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Figures that are no ratios: starts a benchmark that prints a JSON object for each repetition,
/// and again until its mean is known well enough.
public final class ChildBench {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FEWEST = 3;
  private static final int MOST = 24;

  private ChildBench() {}

  /// @param args `console` or `graph`, then the words that start Java, class path last
  public static void main(String[] args) throws Exception {
    var java = List.of(args).subList(1, args.length);
    switch (args[0]) {
      case "console" -> console(java);
      case "graph" -> graph(java);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void console(List<String> java) throws Exception {
    // Half the bound is as much as anybody could ask to tell: 50 from 75 MB/s.
    var speed = Target.atLeast(50, 25);
    var answers = repeat(with(java, "ConsoleBench", "100"), all -> narrow(of(all, "first"), speed));
    speed("console", "a program that has just started", of(answers, "first"), Optional.of(speed));
    speed(
        "console warm", "a program that has done so before", of(answers, "warm"), Optional.empty());
    var longest = values(answers, "longestFrameMs");
    double worst = longest.stream().mapToDouble(v -> v).max().orElse(Double.NaN);
    new Figure(
            "console frames",
            "the longest frame meanwhile, the worst of all repetitions",
            "ms",
            Optional.of(Target.atMost(50, 50)),
            new Interval(worst, worst, worst),
            answers.size(),
            Map.of("each, ms", longest.toString()))
        .print();
  }

  private static void speed(
      String name, String where, List<JsonNode> answers, Optional<Target> target) {
    new Figure(
            name,
            "100 MB of coloured log from the console's socket to the screen, in " + where,
            "MB/s",
            target,
            Interval.of(values(answers, "mbPerSecond")),
            answers.size(),
            Map.of())
        .print();
  }

  private static List<JsonNode> of(List<JsonNode> answers, String pass) {
    return answers.stream().filter(answer -> pass.equals(answer.path("pass").asText())).toList();
  }

  private static void graph(List<String> java) throws Exception {
    var target = Target.atLeast(50, 10);
    var answers =
        repeat(
            with(java, "trilobite.ui.chart.GraphBench", "5"),
            all -> target.narrow(Interval.of(values(all, "framesPerSecond"))));
    new Figure(
            "graph",
            "redraw of 8 series of 60 s at 1 kHz each; JavaFX gives at most 60",
            "frames/s",
            Optional.of(target),
            Interval.of(values(answers, "framesPerSecond")),
            answers.size(),
            Map.of())
        .print();
  }

  private static boolean narrow(List<JsonNode> answers, Target target) {
    return answers.size() >= FEWEST && target.narrow(Interval.of(values(answers, "mbPerSecond")));
  }

  private static List<JsonNode> repeat(List<String> command, Predicate<List<JsonNode>> enough)
      throws Exception {
    long until = System.nanoTime() + (long) (Pairs.patience(90) * 1e9);
    var answers = new ArrayList<JsonNode>();
    while (answers.size() < FEWEST
        || (answers.size() < MOST && System.nanoTime() < until && !enough.test(answers))) {
      int before = answers.size();
      var process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (var out = process.inputReader()) {
        out.lines().filter(line -> line.startsWith("{")).forEach(line -> answers.add(read(line)));
      }
      if (process.waitFor() != 0 || answers.size() == before) {
        throw new IOException("no figure came from " + command);
      }
    }
    return answers;
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException("not JSON: " + line, e);
    }
  }

  private static List<Double> values(List<JsonNode> answers, String key) {
    return answers.stream().map(answer -> answer.required(key).asDouble()).toList();
  }

  private static List<String> with(List<String> java, String... more) {
    var words = new ArrayList<>(java);
    words.addAll(List.of(more));
    return words;
  }
}
