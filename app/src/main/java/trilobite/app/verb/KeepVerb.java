// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LaunchRequest;

/// `trilobite keep DIR`: the background owner that `run --detach` starts. Says in one line which
/// run it owns, or why there is none, and stays until the guest has ended.
@Command(name = "keep", hidden = true, description = "Owns a guest for run --detach.")
final class KeepVerb implements Callable<Integer> {
  private final Env env;

  @Parameters(paramLabel = "DIR")
  private Path folder = Path.of(".");

  @Option(names = "--target", required = true)
  private String target = "";

  @Option(names = "--trust")
  private boolean trust;

  KeepVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var request = new LaunchRequest(env.resolve(folder), target, trust, false);
    try {
      var guest = env.workbench().get().guests().launch(request, JobContext.unwatched());
      env.out().println(new Json().put("run", guest.status().id().number()));
      env.out().flush();
      return guest.ended().join().fine() ? Exit.DONE : Exit.NO;
    } catch (LaunchException e) {
      env.out().println(new Json().put("reason", e.reason().name()).put("error", e.getMessage()));
      return Exit.NO;
    }
  }
}
