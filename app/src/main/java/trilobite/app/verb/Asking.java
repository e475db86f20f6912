// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trilobite.model.console.GuestText;
import trilobite.model.inspect.Problem;
import trilobite.model.inspect.Question;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;

/// What all verbs that ask a guest one question have in common.
final class Asking {
  private static final int PATIENCE_BEATS = 200;
  private static final long BEAT_MILLIS = 100;

  @Mixin private LookChoice guest = new LookChoice();

  @Option(names = "--json", description = "one JSON object")
  private boolean json;

  boolean json() {
    return json;
  }

  /// Asks, waits while the guest is being opened, and shows the answer.
  ///
  /// @param show prints a reading and gives the exit code
  <A> int ask(Env env, Question<A> question, ToIntFunction<Reading<A>> show) throws Exception {
    return ask(env, choose(env), question, show);
  }

  /// The guest that is meant.
  LiveGuest choose(Env env) throws IOException {
    return guest.choose(env);
  }

  /// As [#ask(Env, Question, ToIntFunction)], of a guest that was chosen before.
  <A> int ask(Env env, LiveGuest chosen, Question<A> question, ToIntFunction<Reading<A>> show)
      throws InterruptedException {
    var eyes = chosen.eyes();
    var answer = eyes.ask(question);
    try (var beat = new Beat(BEAT_MILLIS)) {
      for (int i = 0; i < PATIENCE_BEATS && soon(answer); i++) {
        if (!beat.next(() -> chosen.ended().isDone())) {
          break;
        }
        answer = eyes.ask(question);
      }
    }
    return switch (answer) {
      case Measured.Known<A>(var reading) -> show.applyAsInt(reading);
      case Measured.Unknown<A>(var reason) -> {
        if (json) {
          env.out().println(new Json().put("answer", null).put("answerWhy", reason.why()));
        } else {
          env.err().println("trilobite: " + GuestText.visible(reason.why()));
        }
        yield Exit.NO;
      }
    };
  }

  private static boolean soon(Measured<?> answer) {
    return answer instanceof Measured.Unknown<?>(var reason) && reason.soon();
  }

  /// Shows where in an expression something is wrong.
  int wrong(Env env, String expression, Problem problem) {
    if (json) {
      env.out()
          .println(
              new Json()
                  .put("expression", expression)
                  .put("value", null)
                  .put("valueWhy", problem.why())
                  .put("column", problem.column() + 1));
    } else {
      env.err().println(GuestText.visible(expression));
      env.err().println(" ".repeat(problem.column()) + "^");
      env.err().println("trilobite: " + GuestText.visible(problem.why()));
    }
    return Exit.NO;
  }

  /// Where and when something was read, to standard error.
  static void provenance(Env env, Reading<?> reading) {
    env.err()
        .printf(
            "read %d ms after start in %d µs with %d pauses: %s%n",
            reading.takenAt(), reading.costMicros(), reading.pauses(), reading.source().detail());
  }

  /// A text with the guest's own characters in it, as the place it goes to can bear.
  static void tell(Env env, String text) {
    text.lines()
        .forEach(line -> env.out().println(env.terminal() ? GuestText.visible(line) : line));
  }
}
