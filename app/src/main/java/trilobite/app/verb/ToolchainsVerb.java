// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import trilobite.model.build.ToolchainInfo;

/// `trilobite toolchains`.
@Command(
    name = "toolchains",
    description = "Lists the toolchains that are known, what of them is here, and what to install.")
final class ToolchainsVerb implements Callable<Integer> {
  private final Env env;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  ToolchainsVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() {
    var all = env.workbench().get().builds().toolchains();
    if (json) {
      all.forEach(toolchain -> env.out().println(json(toolchain)));
    } else {
      var answer = new Answer("NAME", "TITLE", "HERE", "STATE", "TRIED WITH", "REMEDY");
      for (var one : all) {
        var here = one.installed() ? "yes" : "no";
        answer.row(one.name(), one.title(), here, one.state(), tried(one), one.remedy());
      }
      answer.print(env);
    }
    return Exit.DONE;
  }

  /// Our own need no trying.
  private static String tried(ToolchainInfo one) {
    if (one.manual().isEmpty()) {
      return "";
    }
    return one.tried().isEmpty() ? "not tried" : one.tried();
  }

  private static Json json(ToolchainInfo one) {
    return new Json()
        .put("toolchain", one.name())
        .put("title", one.title())
        .put("summary", one.summary())
        .put("installed", one.installed())
        .put("state", one.state())
        .put("remedy", one.remedy())
        .put("tried", !one.tried().isEmpty() || one.manual().isEmpty())
        .put("triedWith", one.tried())
        .put("manual", one.manual())
        .put("templates", one.templates());
  }
}
