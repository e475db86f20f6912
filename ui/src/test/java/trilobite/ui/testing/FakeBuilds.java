// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.BuildResult;
import trilobite.model.build.BuildResult.Outcome;
import trilobite.model.build.Diagnostic;
import trilobite.model.build.FileTime;
import trilobite.model.build.FolderKind;
import trilobite.model.build.OptionTable;
import trilobite.model.build.TemplateInfo;
import trilobite.model.build.ToolchainInfo;
import trilobite.model.job.JobContext;
import trilobite.model.port.Builds;
import trilobite.model.port.LaunchException;

/// Plays a script of build events and ends with a chosen outcome; may be held up half-way.
public final class FakeBuilds implements Builds {

  private final List<BuildEvent> script = new ArrayList<>();
  private volatile Outcome outcome = Outcome.DONE;
  private volatile Optional<BuildResult> last = Optional.empty();
  private volatile List<OptionTable> options = List.of();
  private volatile List<FileTime> times = List.of();
  private volatile String set = "";
  private volatile Optional<Path> adopted = Optional.empty();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile List<ToolchainInfo> toolchains =
      List.of(
          new ToolchainInfo(
              "tide", "Demo", "C, bundled guests", true, "gcc 12.2.0", "", List.of("tidepool")));

  public FakeBuilds() {
    script.add(new BuildEvent.Output("  CC  http.c\n"));
  }

  public synchronized void play(List<BuildEvent> events, Outcome end) {
    script.clear();
    script.addAll(events);
    outcome = end;
  }

  /// Builds stop after their events until [#release].
  public void hold() {
    gate = new CountDownLatch(1);
  }

  public void release() {
    gate.countDown();
  }

  public void toolchains(List<ToolchainInfo> next) {
    toolchains = next;
  }

  public void last(BuildResult result) {
    last = Optional.of(result);
  }

  @Override
  public List<ToolchainInfo> toolchains() {
    return toolchains;
  }

  @Override
  public List<TemplateInfo> templates() {
    return List.of(
        new TemplateInfo("tidepool", "HTTP server in C", "the demo", "tide", "gcc 12.2.0"));
  }

  @Override
  public List<FolderKind> recognise(Path folder) {
    return List.of(new FolderKind("make", "Make", "it has Makefile"));
  }

  @Override
  public void adopt(Path folder, String toolchain) {
    adopted = Optional.of(folder);
  }

  /// The folder that was made a project last.
  public Optional<Path> adopted() {
    return adopted;
  }

  @Override
  public BuildResult build(
      Path folder, String target, Consumer<BuildEvent> listener, JobContext context)
      throws LaunchException, InterruptedException {
    List<BuildEvent> events;
    synchronized (this) {
      events = List.copyOf(script);
    }
    events.forEach(listener);
    var waiting = gate;
    context.onCancel(waiting::countDown);
    waiting.await();
    var end = result(context.cancelled() ? Outcome.CANCELLED : outcome, events);
    last = Optional.of(end);
    return end;
  }

  @Override
  public BuildResult clean(
      Path folder, String target, Consumer<BuildEvent> listener, JobContext context) {
    var started = new BuildEvent.Started(List.of("make", "clean"), folder);
    listener.accept(started);
    return result(Outcome.DONE, List.of(started));
  }

  @Override
  public boolean hasMenu(String toolchain) {
    return toolchain.equals("unikraft");
  }

  @Override
  public Optional<List<String>> menu(Path folder, String target) {
    return Optional.of(List.of("make", "menuconfig"));
  }

  /// What [#options] and [#times] answer.
  public void options(List<OptionTable> next) {
    options = next;
  }

  public void times(List<FileTime> next) {
    times = next;
  }

  /// What was set last, `table name=value`.
  public String set() {
    return set;
  }

  @Override
  public List<OptionTable> options(Path folder) {
    return options;
  }

  @Override
  public void setOption(Path folder, String table, String name, String value) {
    set = table + " " + name + "=" + value;
  }

  @Override
  public List<FileTime> times(Path folder, String target) {
    return times;
  }

  @Override
  public int choose(Path folder, String target) {
    return 0;
  }

  @Override
  public Optional<BuildResult> last(Path folder, String target) {
    return last;
  }

  /// A result with the diagnostics of these events.
  public static BuildResult result(Outcome outcome, List<BuildEvent> events) {
    List<Diagnostic> found =
        events.stream()
            .filter(BuildEvent.Found.class::isInstance)
            .map(event -> ((BuildEvent.Found) event).diagnostic())
            .toList();
    boolean done = outcome == Outcome.DONE;
    return new BuildResult(
        outcome,
        done ? "" : "make ended with code 2. The last good image still runs.",
        Optional.of(Path.of("build/tidepool.elf")),
        Optional.of("9f3c1a7e5b2d"),
        Optional.of(Path.of("build/tidepool.elf")),
        !done,
        found,
        3800,
        Samples.STARTED);
  }

  /// A moment for results that a test builds itself.
  public static Instant when() {
    return Samples.STARTED;
  }
}
