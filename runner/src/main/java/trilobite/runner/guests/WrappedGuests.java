// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.command.ShellLine;
import trilobite.model.console.LinePattern;
import trilobite.model.port.LiveGuest;
import trilobite.model.time.HostClock;
import trilobite.model.time.RunClock;
import trilobite.model.wrap.LineTarget;
import trilobite.model.wrap.QemuLine;
import trilobite.model.wrap.WrapPlaces;
import trilobite.model.wrap.WrapPlan;
import trilobite.runner.control.ControlServer;
import trilobite.runner.live.Follower;

/// Guests whose QEMU a command of the user's starts: gives each its run before it starts, follows
/// it while it lasts, and lets other processes see it.
public final class WrappedGuests {

  private static final Logger LOG = LoggerFactory.getLogger(WrappedGuests.class);

  /// In a run's folder: the line as it was asked for.
  public static final String ASKED = "asked";

  private final Places places;
  private final Follower follower;
  private final WrappedSpecs specs;

  /// @param panics panic patterns by the name of an OS profile
  public WrappedGuests(
      Places places,
      Follower follower,
      WrappedSpecs.Texts texts,
      Function<String, List<LinePattern>> panics) {
    this.places = places;
    this.follower = follower;
    this.specs = new WrappedSpecs(texts, panics);
  }

  /// A line that is about to be started.
  ///
  /// @param program the real QEMU
  /// @param folder the one that it is started in
  /// @param arguments behind the program
  public record Line(String program, Path folder, List<String> arguments) {

    String arch() {
      var name = program.substring(program.lastIndexOf('/') + 1);
      return name.startsWith("qemu-system-") ? name.substring("qemu-system-".length()) : "x86_64";
    }
  }

  /// A line that has its run.
  public final class Prepared {

    private final RunPlace place;
    private final Line line;
    private final WrapPlan plan;
    private final LineTarget target;
    private final RunClock clock = new RunClock(HostClock.wall(), HostClock.nanos());

    private Prepared(RunPlace place, Line line, WrapPlan plan, LineTarget target) {
      this.place = place;
      this.line = line;
      this.plan = plan;
      this.target = target;
    }

    public WrapPlan plan() {
      return plan;
    }

    public long run() {
      return place.id().number();
    }

    /// Nothing comes of it.
    public void giveBack() {
      try {
        place.giveBack();
      } catch (IOException e) {
        LOG.warn("run {} left something behind", run(), e);
      }
    }

    /// Follows QEMU from its start to its end; blocks until then. A QEMU that does not come up
    /// leaves no run.
    ///
    /// @param pid of the process that becomes QEMU
    public void follow(long pid) {
      LiveGuest guest;
      try {
        var spec = specs.of(place, line, plan, target);
        guest =
            follower.follow(
                spec,
                new Follower.Added(
                    pid,
                    clock,
                    plan.ram().map(WrapPlan.Ram::file),
                    plan.ram().map(WrapPlan.Ram::region).orElse(""),
                    plan.console().map(line.folder()::resolve),
                    plan.taps(),
                    plan.untapped()));
      } catch (IOException e) {
        LOG.info("QEMU {} did not come up: {}", pid, e.getMessage());
        giveBack();
        return;
      }
      try (var server = ControlServer.start(guest, place.runtime())) {
        guest.ended().join();
      } catch (IOException e) {
        LOG.warn("run {} cannot be reached from other processes", run(), e);
        guest.ended().join();
      }
    }
  }

  /// Takes a run for a line and says what to add to it.
  ///
  /// @param name what to call the guest; empty for the line's own name
  /// @return empty where the line starts no guest
  public Optional<Prepared> prepare(Line line, String name) throws IOException {
    var words = QemuLine.of(line.arguments());
    if (words.question()) {
      return Optional.empty();
    }
    var target = LineTarget.of(line.arch(), words, line.folder());
    var named =
        name.isEmpty()
            ? target
            : new LineTarget(name, target.target(), target.kept(), target.left());
    var wanted = new Wanted(named.name(), line.folder(), named.target().name());
    long room = places.runtime().room();
    var nowhere = new WrapPlaces(Path.of("/"), Path.of("/"), room);
    var first = WrapPlan.of(words, line.arch(), nowhere);
    long memory =
        first
            .ram()
            .filter(ram -> ram.file().equals(Path.of("/ram")))
            .map(r -> r.bytes())
            .orElse(0L);
    var place = RunPlace.take(places, memory, wanted);
    try {
      Theirs.mark(place.runtime());
      Files.write(
          place.durable().resolve(ASKED),
          (line.folder() + "\n" + ShellLine.of(words(line)) + "\n")
              .getBytes(StandardCharsets.UTF_8));
      var plan =
          WrapPlan.of(words, line.arch(), new WrapPlaces(place.runtime(), place.durable(), room));
      return Optional.of(new Prepared(place, line, plan, named));
    } catch (IOException e) {
      place.giveBack();
      throw e;
    }
  }

  private static List<String> words(Line line) {
    var words = new java.util.ArrayList<String>();
    words.add(line.program());
    words.addAll(line.arguments());
    return words;
  }
}
