// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import trilobite.model.inspect.Printed;
import trilobite.model.inspect.Question;
import trilobite.model.inspect.ValueText;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Reading;

/// `trilobite print`.
@Command(
    name = "print",
    description = "Values of C expressions in a guest, read from its memory without pausing it.")
final class PrintVerb implements Callable<Integer> {
  private final Env env;

  @Mixin private Asking asking = new Asking();

  @Option(names = "--watch", description = "again every second until the guest ends")
  private boolean watch;

  @Parameters(
      paramLabel = "EXPR",
      arity = "1..*",
      description = "such as 'tcp_active_pcbs->next->snd_buf' or 'table[0]@8'")
  private List<String> expressions = List.of();

  private boolean some;

  PrintVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    return print(asking.choose(env));
  }

  /// Watches on where one of them had a value: what makes no sense now will not in a second.
  ///
  /// @return the worst of the last codes
  int print(LiveGuest guest) throws InterruptedException {
    int code = round(guest);
    if (watch && some) {
      try (var beat = new Beat(1000)) {
        while (env.heard() && beat.next(() -> guest.ended().isDone())) {
          code = round(guest);
        }
      }
    }
    return code;
  }

  private int round(LiveGuest guest) throws InterruptedException {
    int worst = Exit.DONE;
    for (var expression : expressions) {
      int code = asking.ask(env, guest, new Question.Print(expression), this::show);
      some |= code == Exit.DONE;
      worst = Math.max(worst, code);
    }
    return worst;
  }

  private int show(Reading<Printed> reading) {
    var printed = reading.value();
    if (printed.problem().isPresent()) {
      return asking.wrong(env, printed.expression(), printed.problem().get());
    }
    var value = printed.value().orElseThrow();
    if (asking.json()) {
      var json = new Json().put("expression", printed.expression()).provenance(reading);
      printed.address().ifPresent(at -> json.put("address", "0x" + Long.toHexString(at)));
      json.put("torn", printed.torn());
      json.map().putAll(ValueJson.of(value));
      env.out().println(json);
    } else {
      var name = expressions.size() > 1 ? printed.expression() + " = " : "";
      Asking.tell(env, name + "(" + value.type() + ") " + ValueText.of(value));
      printed.torn().ifPresent(what -> env.err().println("torn: " + what));
      Asking.provenance(env, reading);
    }
    return Exit.DONE;
  }
}
