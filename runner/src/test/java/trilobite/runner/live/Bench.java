// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import trilobite.model.command.LaunchPlan;
import trilobite.model.command.QemuCommand;
import trilobite.model.console.LinePattern;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LiveGuest;
import trilobite.model.project.Network;
import trilobite.model.project.Project;
import trilobite.model.project.ReadyPattern;
import trilobite.model.project.Target;
import trilobite.model.run.Accelerator;
import trilobite.model.run.ForwardBinding;
import trilobite.model.run.RunId;
import trilobite.runner.console.ConsoleWatch;
import trilobite.runner.place.PrivateFolder;
import trilobite.runner.place.RunFolders;
import trilobite.runner.place.RuntimeFolders;

/// Boots tiny guests for tests; every guest is ended when the test is over.
final class Bench implements AutoCloseable {

  private final Path folder;
  private final Path runtime;
  private final RunFolders runs;
  private final AtomicReference<Optional<Session>> session =
      new AtomicReference<>(Optional.empty());
  private final java.util.List<LiveGuest> guests = new java.util.ArrayList<>();
  private String qemu = "qemu-system-x86_64";
  private String machine = "microvm";
  private String memory = "16M";
  private Network network = Network.NONE;
  private List<ForwardBinding> forwards = List.of();
  private Optional<ReadyPattern> ready = Optional.empty();
  private List<String> raw = List.of();
  private List<LinePattern> panics = List.of();
  private Observer observer = new BlindObserver();

  Bench(Path folder) throws IOException {
    this.folder = folder;
    this.runs = new RunFolders(folder.resolve("state"));
    this.runtime = PrivateFolder.require(Files.createTempDirectory(Path.of("/dev/shm"), "tri-"));
  }

  Bench machine(String name) {
    machine = name;
    return this;
  }

  Bench watchedBy(Observer other) {
    observer = other;
    return this;
  }

  Bench qemu(Path binary) {
    qemu = binary.toString();
    return this;
  }

  Bench network(ForwardBinding... bindings) {
    network = new Network("user", List.of(), List.of(), false);
    forwards = List.of(bindings);
    return this;
  }

  Bench ready(String text, long within) {
    ready = Optional.of(new ReadyPattern(text, false, within));
    return this;
  }

  Bench raw(String... words) {
    raw = List.of(words);
    return this;
  }

  Bench panics(String... texts) {
    panics = java.util.Arrays.stream(texts).map(text -> LinePattern.text(text, true)).toList();
    return this;
  }

  LiveGuest boot(TinyGuest guest) throws IOException, LaunchException, InterruptedException {
    var id = runs.next();
    guest.at(folder.resolve("tiny.elf"));
    var target = target();
    var own = PrivateFolder.require(runtime.resolve(Long.toString(id.number())));
    var accelerator = new Accelerator("tcg", "tests choose it");
    var plan = new LaunchPlan(qemu, "tiny", folder, own, accelerator, forwards, true);
    var spec =
        new LaunchSpec(
            id,
            Instant.now(),
            project(target),
            "# as run\n",
            target,
            folder,
            runs.folder(id),
            own,
            QemuCommand.of(target, plan),
            accelerator,
            forwards,
            target.memorySize().orElseThrow().bytes(),
            Optional.empty(),
            new ConsoleWatch.Patterns(
                ready.map(pattern -> LinePattern.text(pattern.text(), true)), () -> panics));
    var live = new Launcher(this::observe).launch(spec, JobContext.unwatched());
    guests.add(live);
    return live;
  }

  private Observer observe(Session watched) {
    session.set(Optional.of(watched));
    return observer;
  }

  Session session() {
    return session.get().orElseThrow();
  }

  Path runFolder(RunId id) {
    return runs.folder(id);
  }

  Path runtimeFolder(RunId id) {
    return runtime.resolve(Long.toString(id.number()));
  }

  static String console(LiveGuest guest) {
    var all = new byte[(int) guest.console().length()];
    int count = guest.console().read(0, all);
    return new String(all, 0, count, java.nio.charset.StandardCharsets.UTF_8);
  }

  private Target target() {
    return new Target(
        "default",
        "x86_64",
        machine,
        "tcg",
        "max",
        memory,
        1,
        Optional.of("tiny.elf"),
        Optional.empty(),
        "",
        ready,
        List.of(),
        raw,
        List.of(),
        network);
  }

  private static Project project(Target target) {
    return new Project(
        "tiny",
        "command",
        List.of(),
        Map.of(),
        new LinkedHashMap<>(Map.of("default", target)),
        List.of(),
        "auto",
        List.of());
  }

  @Override
  public void close() throws IOException {
    for (var guest : guests) {
      guest.stop();
    }
    RuntimeFolders.remove(runtime);
  }
}
