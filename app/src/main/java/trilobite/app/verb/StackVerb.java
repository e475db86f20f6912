// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import trilobite.model.inspect.Backtrace;
import trilobite.model.inspect.Question;
import trilobite.model.reading.Reading;

/// `trilobite stack`.
@Command(
    name = "stack",
    description = "Backtrace of a guest's thread with files, lines and local variables.")
final class StackVerb implements Callable<Integer> {
  private final Env env;

  @Mixin private Asking asking = new Asking();

  @Option(
      names = "--exact",
      description = "pauses the guest for a moment if the thread runs; the answer says so")
  private boolean exact;

  @Option(
      names = "--locals",
      description = "with arguments and local variables; JSON has them always")
  private boolean locals;

  @Parameters(
      arity = "0..1",
      paramLabel = "THREAD",
      description = "number or name as ps shows it; the running one if left out")
  private String thread = "";

  StackVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    return asking.ask(env, new Question.Stack(thread, exact), this::show);
  }

  private int show(Reading<Backtrace> reading) {
    var trace = reading.value();
    if (asking.json()) {
      env.out()
          .println(
              new Json()
                  .provenance(reading)
                  .put("thread", trace.thread())
                  .put("name", trace.name())
                  .put("approximate", trace.approximate())
                  .put("cut", trace.cut())
                  .put("frames", trace.frames().stream().map(StackVerb::json).toList()));
      return Exit.DONE;
    }
    for (var frame : trace.frames()) {
      Asking.tell(env, line(frame));
      if (locals) {
        frame
            .locals()
            .forEach(local -> Asking.tell(env, "        " + local.name() + " = " + local.value()));
      }
    }
    trace.approximate().ifPresent(why -> env.err().println("approximate: " + why));
    trace.cut().ifPresent(why -> env.err().println("not all: " + why));
    Asking.provenance(env, reading);
    return Exit.DONE;
  }

  private static String line(Backtrace.Frame frame) {
    var name = frame.function().isEmpty() ? "??" : frame.function();
    var place = frame.file().isEmpty() ? "" : " at " + frame.file() + ":" + frame.line();
    return "#%-2d 0x%016x in %s%s%s"
        .formatted(
            frame.level(), frame.address(), name, frame.inlined() ? " (inlined)" : "", place);
  }

  private static Map<String, ?> json(Backtrace.Frame frame) {
    return new Json()
        .put("level", frame.level())
        .put("address", "0x" + Long.toHexString(frame.address()))
        .put("function", frame.function())
        .put("file", frame.file())
        .put("line", frame.line())
        .put("inlined", frame.inlined())
        .put("locals", frame.locals().stream().map(StackVerb::json).toList())
        .map();
  }

  private static Map<String, ?> json(Backtrace.Local local) {
    return new Json()
        .put("name", local.name())
        .put("type", local.type())
        .put("value", local.value())
        .put("argument", local.argument())
        .map();
  }
}
