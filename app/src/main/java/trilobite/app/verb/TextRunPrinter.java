// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.BuildResult;
import trilobite.model.console.GuestText;
import trilobite.model.project.MemorySize;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunStatus;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;

/// What a build or a run does, for people.
final class TextRunPrinter implements RunPrinter {
  private final Env env;

  TextRunPrinter(Env env) {
    this.env = env;
  }

  @Override
  public void build(BuildEvent event) {
    switch (event) {
      case BuildEvent.Started started -> line("build", String.join(" ", started.command()));
      case BuildEvent.Output output -> {
        env.out().print(env.terminal() ? GuestText.visible(output.text()) : output.text());
        env.out().flush();
      }
      case BuildEvent.Asked asked -> ask(asked);
      case BuildEvent.Progress progress -> {}
      case BuildEvent.Found found -> {}
    }
  }

  /// The question itself stands already where the tool wrote it.
  private void ask(BuildEvent.Asked asked) {
    Optional.ofNullable(System.console())
        .filter(_ -> env.terminal())
        .map(Console::readLine)
        .ifPresentOrElse(
            asked.reply()::answer,
            () -> {
              env.err().println("trilobite: the build asks, and nobody is here to answer");
              asked.reply().decline();
            });
  }

  @Override
  public void built(BuildResult result) {
    var took = String.format(Locale.ROOT, "%.1f s", result.durationMillis() / 1000.0);
    if (result.outcome() == BuildResult.Outcome.DONE) {
      var image = result.image().map(Object::toString).orElse("done");
      line(
          "built", image + result.buildId().map(id -> ", build-id " + id).orElse("") + ", " + took);
    } else {
      line(
          "build",
          result.outcome().name().toLowerCase(Locale.ROOT)
              + " after "
              + took
              + ": "
              + result.why());
    }
  }

  @Override
  public void run(RunEvent event) {
    switch (event) {
      case RunEvent.Started(var run, var pid, var command, var accelerator) ->
          line(
              "start",
              "run " + run + ", pid " + pid + ", " + accelerator.name() + ": " + accelerator.why());
      case RunEvent.Booted(var at) -> line("boot", "first byte after " + millis(at));
      case RunEvent.Ready(var at, var forwards) ->
          line(
              "ready",
              "after "
                  + millis(at)
                  + forwards.stream().map(f -> ", " + f).collect(Collectors.joining()));
      case RunEvent.Changed changed -> {}
      case RunEvent.Note note -> line("note", note.text());
      case RunEvent.Ended(var verdict, var why, var t) ->
          line("end", verdict.word() + (why.isEmpty() ? "" : ": " + why));
    }
  }

  @Override
  public void vitals(RunStatus status, Vitals vitals) {
    line(String.format(Locale.ROOT, "%.1f s", vitals.now() / 1000), describe(vitals));
  }

  @Override
  public void left(RunStatus status) {
    line(
        "left",
        "run %1$s goes on; trilobite console -g %2$d --follow shows it, trilobite stop -g %2$d ends it"
            .formatted(status.id(), status.id().number()));
  }

  /// The newest vitals in a line.
  static String describe(Vitals vitals) {
    return "cpu "
        + number(vitals, Vital.CPU, "%.1f %%", 1)
        + "  memory "
        + vitals
            .latest(Vital.MEMORY_ASSIGNED)
            .value()
            .map(b -> new MemorySize(b.longValue()).toString())
            .orElse("–")
        + ", touched "
        + number(vitals, Vital.MEMORY_TOUCHED, "%.1f MiB", 1 << 20)
        + ", heap "
        + number(vitals, Vital.HEAP_USED, "%.2f MiB", 1 << 20)
        + "  net rx "
        + number(vitals, Vital.NET_RX_PACKETS, "%.0f", 1)
        + " tx "
        + number(vitals, Vital.NET_TX_PACKETS, "%.0f", 1)
        + " drops "
        + number(vitals, Vital.NET_DROPS, "%.0f", 1);
  }

  private static String number(Vitals vitals, Vital vital, String format, double divisor) {
    return vitals
        .latest(vital)
        .value()
        .map(v -> String.format(Locale.ROOT, format, v / divisor))
        .orElse("–");
  }

  private static String millis(double at) {
    return String.format(Locale.ROOT, "%.0f ms", at);
  }

  private void line(String what, String text) {
    var line = String.format(Locale.ROOT, "%-8s %s", what, text);
    env.out().println(env.terminal() ? GuestText.visible(line) : line);
    env.out().flush();
  }
}
