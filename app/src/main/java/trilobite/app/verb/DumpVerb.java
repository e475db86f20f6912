// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import trilobite.model.command.CoreLine;
import trilobite.model.job.JobContext;
import trilobite.model.port.LiveGuest;
import trilobite.model.project.MemorySize;
import trilobite.model.run.CoreWritten;
import trilobite.model.time.HostClock;

/// `trilobite dump`.
@Command(
    name = "dump",
    description = "Writes a core of a whole guest, which is paused meanwhile, for --core later.")
final class DumpVerb implements Callable<Integer> {
  private final Env env;

  @Mixin private GuestChoice guest = new GuestChoice();

  @Parameters(paramLabel = "FILE", description = "ELF core to write; it must not be there yet")
  private Path file = Path.of("");

  @Option(
      names = "--pause-ok",
      description = "the guest may stand still while its memory is written")
  private boolean pauseAllowed;

  @Option(names = "--json", description = "one JSON object")
  private boolean json;

  DumpVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws IOException {
    var chosen = guest.choose(env.workbench().get());
    var name = chosen.status().project() + " " + chosen.status().id();
    if (!pauseAllowed) {
      throw new VerbException(
          Exit.USAGE,
          name
              + " stands still while all of its memory is written, and its clients wait; say"
              + " --pause-ok where it may");
    }
    var core = env.resolve(file);
    env.out().println(answer(name, core, written(chosen, core)));
    return Exit.DONE;
  }

  private CoreWritten written(LiveGuest chosen, Path core) throws IOException {
    return chosen.dump(core, new Progress(env));
  }

  private Object answer(String name, Path core, CoreWritten written) {
    if (json) {
      return new Json()
          .put("file", core.toString())
          .put("bytes", written.bytes())
          .put("stored", written.stored())
          .put("pausedMs", written.millis())
          .put("filled", written.filled());
    }
    return String.format(
        Locale.ROOT,
        "%s: a core of %s, %s with %s of data; the guest stood still for %.0f ms%n%slook into it"
            + " with: %s",
        core,
        name,
        new MemorySize(written.bytes()).about(),
        new MemorySize(written.stored()).about(),
        written.millis(),
        filled(written.filled()),
        CoreLine.of(core, written.image()));
  }

  private static String filled(long bytes) {
    return bytes == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "QEMU read all of the guest's memory for it: the host keeps %s more from now on, which"
                + " \"touched\" counts%n",
            new MemorySize(bytes).about());
  }

  /// Says how far it is where it takes long. An interrupt ends this process, and the guest's owner
  /// then gives the core up.
  private static final class Progress implements JobContext {
    private static final long EVERY_NANOS = 1_000_000_000L;
    private final Env env;
    private long last = HostClock.nanos();

    Progress(Env env) {
      this.env = env;
    }

    @Override
    public void progress(double fraction, String detail) {
      if (HostClock.nanos() - last > EVERY_NANOS) {
        last = HostClock.nanos();
        env.err().println("trilobite: " + Math.round(100 * fraction) + " % written");
      }
    }

    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public void onCancel(Runnable stop) {}
  }
}
