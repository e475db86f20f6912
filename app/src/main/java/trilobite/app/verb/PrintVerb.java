// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import trilobite.model.inspect.Printed;
import trilobite.model.inspect.Question;
import trilobite.model.inspect.ValueText;
import trilobite.model.reading.Reading;

/// `trilobite print`.
@Command(
    name = "print",
    description = "Value of a C expression in a guest, read from its memory without pausing it.")
final class PrintVerb implements Callable<Integer> {
  private final Env env;

  @Mixin private Asking asking = new Asking();

  @Parameters(
      paramLabel = "EXPR",
      description = "such as 'tcp_active_pcbs->next->snd_buf' or 'table[0]@8'")
  private String expression = "";

  PrintVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    return asking.ask(env, new Question.Print(expression), this::show);
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
      Asking.tell(env, "(" + value.type() + ") " + ValueText.of(value));
      printed.torn().ifPresent(what -> env.err().println("torn: " + what));
      Asking.provenance(env, reading);
    }
    return Exit.DONE;
  }
}
