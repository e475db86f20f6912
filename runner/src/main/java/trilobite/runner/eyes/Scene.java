// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.guest.HeapRow;
import trilobite.model.guest.View;
import trilobite.model.run.RunState;
import trilobite.model.time.HostClock;
import trilobite.model.type.Type;
import trilobite.model.type.Types;
import trilobite.model.vitals.Vitals;
import trilobite.runner.debug.CodeLine;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.devices.Drives;
import trilobite.runner.expression.Vocabulary;
import trilobite.runner.kernel.Declared;
import trilobite.runner.kernel.Program;
import trilobite.runner.kernel.WantedTypes;
import trilobite.runner.live.Session;
import trilobite.runner.profile.Profile;
import trilobite.runner.value.PathException;
import trilobite.runner.walk.Snapshot;

/// A guest being opened: what subjects may use. One thread.
public final class Scene {

  private static final int MOST_LOOKS = 60;
  private static final long LOOK_MILLIS = 500;
  private static final long LOOK_REST = 5;

  private final Watched watched;
  private GuestView view;
  private final GuestTypes types;
  private final Boot boot;
  private final LiveEyes eyes;
  private final Network network;
  private Optional<Program> program = Optional.empty();
  private Optional<IOException> noProgram = Optional.empty();

  /// Waits until the guest has booted, or long enough.
  @FunctionalInterface
  public interface Boot {
    void await() throws InterruptedException;
  }

  /// A run and what its samplers have of it.
  public record Watched(Session session, Vitals vitals, Drives drives) {}

  public Scene(Watched watched, GuestView view, GuestTypes types, Boot boot, LiveEyes eyes) {
    this.watched = watched;
    this.view = view;
    this.types = types;
    this.boot = boot;
    this.eyes = eyes;
    this.network = new Network(watched.session());
  }

  public Session session() {
    return watched.session();
  }

  public Vitals vitals() {
    return watched.vitals();
  }

  /// The guest's drives, at which the run's samplers look as well.
  Drives drives() {
    return watched.drives();
  }

  /// What its packets tell.
  Network network() {
    return network;
  }

  public GuestView view() {
    return view;
  }

  /// @throws IOException where none fits
  public Profile profile() throws IOException {
    return known().profile();
  }

  private GuestView.Known known() throws IOException {
    discover();
    return view.known().orElseThrow(() -> new IOException(view.why()));
  }

  /// The guest's symbols and types. Blocks while gdb reads the types of a build that was not seen
  /// before, all that the profile names at once; asked again it answers at once.
  ///
  /// @throws IOException where there are none; says what is missing
  public Program program() throws IOException {
    if (noProgram.isPresent()) {
      throw noProgram.get();
    }
    if (program.isEmpty()) {
      try {
        program = Optional.of(read());
      } catch (IOException e) {
        noProgram = Optional.of(e);
        throw e;
      }
    }
    return program.get();
  }

  private Program read() throws IOException {
    var known = known();
    try {
      boot.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the guest has ended", e);
    }
    var found = layouts().of(WantedTypes.of(known.profile()));
    return Program.of(known.symbols(), found.and(variables(known.profile(), found)));
  }

  /// What the profile says of variables that the debug information leaves out.
  private static Types variables(Profile profile, Types types) {
    var known = new HashMap<String, Type>();
    profile
        .guide()
        .variables()
        .forEach(
            (name, text) -> Declared.type(types, text).ifPresent(type -> known.put(name, type)));
    return new Types(Map.of(), known, true);
  }

  /// Waits for a kernel that carries its symbols itself to be in memory. Looking takes a moment, so
  /// it is done ever less often.
  private void discover() throws IOException {
    try {
      for (int i = 0; view.later().isPresent(); i++) {
        var begin = HostClock.nanos();
        var found = view.later().get().look();
        if (found.isPresent()) {
          view = found.get();
        } else if (i == MOST_LOOKS || session().status().state() == RunState.ENDED) {
          view = view.never();
        } else {
          Thread.sleep(LOOK_MILLIS + LOOK_REST * (HostClock.nanos() - begin) / 1_000_000);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the guest has ended", e);
    }
  }

  /// Who tells the guest's types: the guest itself, or gdb by its debug information.
  ///
  /// @throws IOException where no symbols are known either
  private Vocabulary.Layouts layouts() throws IOException {
    var names = names();
    if (names.layouts().isPresent()) {
      return names.layouts().get();
    }
    var image = image(names);
    return wanted -> types.of(image, files(), wanted);
  }

  /// The kernel's file: that which boots, but for a loader.
  private Path image(GuestView.Names names) throws IOException {
    var image = session().image();
    return image.isEmpty() || Symbols.loader(image.get(), session().symbols())
        ? names.symbols().file()
        : image.get();
  }

  private List<Path> files() {
    return session().symbols().stream().map(named -> Path.of(named.file())).toList();
  }

  /// What gdb finds on the stacks of a core, by the guest's debug information.
  String unwind(Path core, boolean locals) throws IOException {
    var image = image(names());
    return types.stacks(image, files(), movedBy(), beside(), core, locals);
  }

  /// Where addresses are in the source.
  Map<Long, CodeLine> lines(List<Long> addresses) throws IOException {
    var image = image(names());
    return types.lines(image, files(), movedBy(), beside(), addresses);
  }

  private long movedBy() throws IOException {
    var names = names();
    return names.layouts().isPresent() ? 0 : names.symbols().movedBy();
  }

  /// The programs that the kernel runs, at their addresses.
  private List<GuestTypes.Loaded> beside() throws IOException {
    var all = new ArrayList<>(Symbols.programs(session().symbols()));
    var residents = view.known().map(GuestView.Known::residents).orElse(List.of());
    for (var resident : residents) {
      var placed = resident.placed();
      if (placed.isPresent()) {
        all.add(new GuestTypes.Loaded(placed.get().file(), placed.get().movedBy()));
      }
    }
    return all;
  }

  private GuestView.Names names() throws IOException {
    discover();
    return view.names().orElseThrow(() -> new IOException(view.why()));
  }

  /// What names mean in this guest, beginning with the types that its profile needed.
  ///
  /// @throws IOException where no symbols are known
  Vocabulary vocabulary() throws IOException {
    return new Vocabulary(
        names().symbols(), program.map(Program::types).orElse(Types.none()), layouts());
  }

  /// Where walks read, and the clock that bounds them.
  public Snapshot.Source source() {
    return new Snapshot.Source(view.kernel(), HostClock::nanos);
  }

  /// What is seen of the same guest, for a subject that joins others.
  LiveEyes eyes() {
    return eyes;
  }

  /// True while the guest's clock stands still.
  public boolean paused() {
    return session().status().state() == RunState.PAUSED;
  }

  /// From now on the view is read by that.
  public <R extends Record> void show(View<R> shown, Look<R> look) {
    eyes.open(shown, look);
  }

  /// The allocators' own figures are read by that, where they say all that is to be said of use.
  public void showHeap(Look<HeapRow> look) {
    eyes.openHeap(look);
  }

  /// The view cannot be seen in this guest.
  public void blind(View<?> view, String why) {
    eyes.blind(view, why);
  }

  /// Why a view has nothing to show: the profile's word where such a kernel never has any.
  IOException none(String what, String why) {
    return new IOException(
        view.known()
            .flatMap(known -> Optional.ofNullable(known.profile().guide().absent().get(what)))
            .orElse(why));
  }

  /// A profile's names do not fit this build.
  public IOException misfit(PathException e) throws IOException {
    return new IOException(
        "the profile %s does not fit %s: %s"
            .formatted(profile().name(), view.symbolsFrom(), e.getMessage()),
        e);
  }

  /// Opens every subject; what cannot be seen says why.
  public void openAll() {
    for (var subject : Subjects.ALL) {
      try {
        subject.open(this);
      } catch (IOException e) {
        subject.views().forEach(each -> eyes.blind(each, String.valueOf(e.getMessage())));
      }
    }
    eyes.open(GuestAnswers.of(this));
  }
}
