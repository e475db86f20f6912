// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `trilobite wrap -- COMMAND`. This process becomes the command, so its exit code is the
/// command's.
@Command(
    name = "wrap",
    description =
        "Runs a command as it is, and shows the guests of every qemu-system-* that it starts by"
            + " name.")
final class WrapVerb implements Callable<Integer> {
  private final Env env;

  @Option(
      names = {"-g", "--guest"},
      paramLabel = "NAME",
      description = "what to call the guest; by default the line's -name, or its image")
  private String name = "";

  @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "the command and its words")
  private List<String> command = List.of();

  WrapVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var workbench = env.workbench().get();
    var wrapped = workbench.wraps().begin(name);
    workbench.close();
    env.out().flush();
    var why = wrapped.become(command);
    throw new VerbException(Exit.ABSENT, String.valueOf(why.getMessage()));
  }
}
