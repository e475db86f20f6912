// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import trilobite.model.job.JobContext;
import trilobite.model.port.AttachRequest;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.ForeignGuest;

/// `trilobite attach`: looks into a guest from a background process, and says what can be had of
/// it.
@Command(
    name = "attach",
    description = "Looks into a guest that Trilobite did not start, and leaves it as it is.")
final class AttachVerb implements Callable<Integer> {

  private final Env env;

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  /// Which guest.
  static final class Which {
    @Option(names = "--pid", paramLabel = "N", description = "the process that runs it")
    private @Nullable Long pid;

    @Option(names = "--qmp", paramLabel = "SOCKET", description = "the QMP socket of its QEMU")
    private @Nullable Path qmp;

    @Option(
        names = "--libvirt",
        paramLabel = "DOMAIN",
        description = "a domain of libvirt's on this machine, whose monitor stays libvirt's")
    private @Nullable String domain;
  }

  @Option(
      names = "--uri",
      paramLabel = "URI",
      description =
          "the domain's connection; without one whichever of qemu:///session and qemu:///system"
              + " has it")
  private String uri = "";

  @Option(
      names = "--image",
      paramLabel = "FILE",
      description = "what it runs, for its symbols; else what its command line boots")
  private Optional<Path> image = Optional.empty();

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "auto",
      description = "OS profile, where its symbols do not tell")
  private String profile = "auto";

  @Option(names = "--name", description = "by which it is chosen with -g from then on")
  private String name = "";

  @ArgGroup private Monitor monitor = new Monitor();

  /// What about QMP.
  static final class Monitor {
    @Option(
        names = "--take-qmp",
        description = "wait for a QMP socket that somebody uses, and use one that is another's")
    private boolean take;

    @Option(names = "--no-qmp", description = "leave its QMP alone: host and memory tell enough")
    private boolean never;
  }

  @Option(
      names = "--packets",
      description =
          "have its QEMU write its packets down: an object is put into that QEMU, and taken out"
              + " again by detach; needs QMP")
  private boolean packets;

  @Option(names = "--json", description = "one JSON object")
  private boolean json;

  @Option(names = "--keep", hidden = true, description = "Stays, as the background process.")
  private boolean keep;

  AttachVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    return keep ? stay() : begin();
  }

  private AttachRequest.Which which() {
    if (!uri.isEmpty() && which.domain == null) {
      throw new VerbException(Exit.USAGE, "--uri belongs to --libvirt");
    }
    return Optional.ofNullable(which.domain)
        .<AttachRequest.Which>map(domain -> new AttachRequest.OfDomain(uri, domain))
        .or(() -> Optional.ofNullable(which.pid).map(AttachRequest.OfProcess::new))
        .orElseGet(
            () -> new AttachRequest.OfSocket(env.resolve(Objects.requireNonNull(which.qmp))));
  }

  private AttachRequest request(boolean detach) {
    return new AttachRequest(
        which(),
        image.map(env::resolve),
        profile,
        name,
        monitor.take
            ? AttachRequest.Monitor.TAKE
            : monitor.never ? AttachRequest.Monitor.NEVER : AttachRequest.Monitor.FREE,
        detach,
        packets);
  }

  private int stay() throws InterruptedException {
    try {
      var guest = env.workbench().get().elsewhere().attach(request(false), JobContext.unwatched());
      env.out().println(new Json().put("run", guest.status().id().number()));
      env.out().flush();
      return guest.ended().join().fine() ? Exit.DONE : Exit.NO;
    } catch (LaunchException e) {
      env.out().println(new Json().put("reason", e.reason().name()).put("error", e.getMessage()));
      return Exit.NO;
    }
  }

  private int begin() throws LaunchException, InterruptedException, IOException {
    var elsewhere = env.workbench().get().elsewhere();
    var guest = elsewhere.attach(request(true), JobContext.unwatched());
    long pid = guest.status().pid().orElse(0);
    var seen = elsewhere.guests().stream().filter(each -> each.pid() == pid).findFirst();
    env.out().println(json ? json(guest, seen) : text(guest));
    if (!json && seen.isPresent()) {
      ForeignAnswer.abilities(env, List.of(seen.get()));
    }
    return Exit.DONE;
  }

  private static String text(LiveGuest guest) {
    var status = guest.status();
    return "%s %s attached, process %d; trilobite detach lets go of it"
        .formatted(status.project(), status.id(), status.pid().orElse(0));
  }

  private static Json json(LiveGuest guest, Optional<ForeignGuest> seen) {
    return GuestsVerb.json(guest.status())
        .put("abilities", seen.map(ForeignAnswer::abilities).orElse(List.of()));
  }
}
