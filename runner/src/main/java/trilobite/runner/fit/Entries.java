// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.fit;

import java.util.ArrayList;
import java.util.List;
import trilobite.model.inspect.ProfileFit.Entry;
import trilobite.model.type.Type;
import trilobite.runner.heap.BlockReader;
import trilobite.runner.kernel.ContainerPlan;
import trilobite.runner.kernel.Program;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.ThreadLayout;
import trilobite.runner.sockets.StackPlan;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;
import trilobite.runner.value.Route;
import trilobite.runner.value.RouteParser;
import trilobite.runner.value.Spelling;
import trilobite.runner.value.TextAt;

/// Looks at one profile's entries, each by itself.
final class Entries {

  private final Program program;
  private final Profile profile;
  private final boolean typed;
  private final List<Entry> entries = new ArrayList<>();

  /// @param typed false where no types are known, so that only symbols are looked at
  Entries(Program program, Profile profile, boolean typed) {
    this.program = program;
    this.profile = profile;
    this.typed = typed;
  }

  List<Entry> all() {
    profile.symbols().stream().sorted().forEach(name -> symbol("detect", name));
    profile.heaps().forEach(heap -> symbol("heap." + heap.name(), heap.symbol()));
    if (typed) {
      var walked =
          profile.allocators().stream()
              .flatMap(allocator -> allocator.blocks().containers().stream())
              .toList();
      for (var container : profile.containers()) {
        if (walked.contains(container)) {
          // Looked at together with its allocator.
          continue;
        }
        look(
            "container." + container.name(),
            container.start(),
            () -> {
              var plan = ContainerPlan.of(program, container);
              return "%s of %d bytes each, from 0x%x on"
                  .formatted(
                      container.walking().of(),
                      plan.size(),
                      plan.start().address() + plan.start().route().offset());
            });
      }
      allocators();
      profile.threads().ifPresent(this::threads);
      profile
          .stack()
          .ifPresent(
              stack ->
                  look(
                      "stack",
                      stack.name(),
                      () -> "lists from " + StackPlan.of(program, profile, stack).start()));
    }
    return List.copyOf(entries);
  }

  /// A build has one of several allocators, so one that it has not is a misfit only if it has none.
  private void allocators() {
    var some = false;
    var missing = new ArrayList<Entry>();
    for (var allocator : profile.allocators()) {
      var entry = "heap." + allocator.name() + ".walk";
      try {
        var what = BlockReader.of(program, allocator, 0).says();
        entries.add(new Entry(entry, allocator.name(), true, what));
        some = true;
      } catch (PathException e) {
        missing.add(new Entry(entry, allocator.name(), false, String.valueOf(e.getMessage())));
      }
    }
    for (var each : missing) {
      entries.add(
          some ? new Entry(each.name(), each.says(), true, "not built in: " + each.what()) : each);
    }
  }

  private void symbol(String entry, String name) {
    var found = program.symbols().find(name);
    entries.add(
        new Entry(
            entry,
            name,
            found.isPresent(),
            found
                .map(symbol -> "0x" + Long.toHexString(symbol.address()))
                .orElse(program.file() + " has no symbol " + name)));
  }

  /// Finds out what an entry leads to.
  @FunctionalInterface
  private interface Looking {
    String what() throws PathException;
  }

  private void look(String entry, String says, Looking looking) {
    try {
      entries.add(new Entry(entry, says, true, looking.what()));
    } catch (PathException e) {
      entries.add(new Entry(entry, says, false, String.valueOf(e.getMessage())));
    }
  }

  private void threads(ThreadLayout threads) {
    var element =
        profile.containers().stream()
            .filter(container -> container.name().equals(threads.container()))
            .findFirst()
            .flatMap(container -> program.types().find(container.walking().of()));
    if (element.isEmpty()) {
      entries.add(
          new Entry("threads.in", threads.container(), false, "its elements' type is not known"));
      return;
    }
    var thread = element.get();
    threads.expect().forEach(must -> number("threads.expect", thread, must.path()));
    number("threads.id", thread, threads.id());
    text("threads.name", thread, threads.name());
    if (!threads.current().isEmpty()) {
      look(
          "threads.current",
          threads.current(),
          () -> Spelling.of(program.spot(threads.current()).route().type()));
    }
    either("threads.vcpu", thread, threads.vcpu());
    threads
        .state()
        .ifPresent(
            state -> {
              number("threads.state.path", thread, state.path());
              state.cpu().forEach(cpu -> number("threads.state.cpu", thread, cpu));
              type("threads.state.type", state.type());
            });
    threads
        .clocks()
        .ifPresent(
            clocks -> {
              clocks.runTime().forEach(time -> number("threads.clocks.run_time", thread, time));
              either("threads.clocks.since", thread, clocks.since());
              number("threads.clocks.turns", thread, clocks.turns());
            });
    threads.stack().ifPresent(stack -> stack(thread, stack));
    threads
        .saved()
        .ifPresent(
            saved -> {
              number("threads.saved.at", thread, saved.at());
              place("threads.saved.inside", thread, saved.inside());
            });
    threads.unwind().ifPresent(unwind -> type("threads.unwind.entry", unwind.entry()));
    threads.files().ifPresent(files -> files(thread, files));
    threads.waits().ifPresent(waits -> waits(thread, waits));
    threads.waits().ifPresent(waits -> number("threads.waits.since", thread, waits.since()));
  }

  private void files(Type thread, ThreadLayout.Files files) {
    number("threads.files.shared", thread, files.shared());
    number("threads.files.array", thread, files.array());
    number("threads.files.count", thread, files.count());
    program
        .types()
        .find(files.file())
        .ifPresent(
            file -> {
              number("threads.files.kind", file, files.kind());
              number("threads.files.holds", file, files.holds());
            });
    program
        .types()
        .find(files.socket())
        .ifPresent(
            socket -> {
              number("threads.files.record", socket, files.record());
              number("threads.files.back", socket, files.back());
            });
  }

  private void stack(Type thread, ThreadLayout.Stack stack) {
    number("threads.stack.lowest", thread, stack.base());
    if (!stack.size().matches("\\d+")) {
      number("threads.stack.size", thread, stack.size());
    }
    number("threads.stack.pointer", thread, stack.pointer());
  }

  private void waits(Type thread, ThreadLayout.Waits waits) {
    number("threads.waits.on", thread, waits.on());
    type("threads.waits.type", waits.type());
    type("threads.waits.kinds", waits.kinds());
    program
        .types()
        .find(waits.type())
        .ifPresent(
            object -> {
              number("threads.waits.kind", object, waits.kind());
              text("threads.waits.name", object, waits.name());
              number("threads.waits.owner", object, waits.owner());
            });
  }

  private void type(String entry, String name) {
    if (!name.isEmpty()) {
      look(entry, name, () -> program.types().size(program.type(name)) + " bytes");
    }
  }

  private void number(String entry, Type from, String path) {
    if (!path.isEmpty()) {
      look(
          entry,
          path,
          () -> {
            var route = RouteParser.compile(program.types(), from, path);
            return where(NumberAt.of(program.types(), route).route());
          });
    }
  }

  /// Paths of which a build needs one: those that it has, or the first if it has none.
  private void either(String entry, Type from, List<String> paths) {
    var known =
        paths.stream()
            .filter(
                path -> {
                  try {
                    RouteParser.compile(program.types(), from, path);
                    return true;
                  } catch (PathException e) {
                    return false;
                  }
                })
            .toList();
    (known.isEmpty() ? paths.stream().limit(1).toList() : known)
        .forEach(path -> number(entry, from, path));
  }

  private void place(String entry, Type from, String path) {
    if (!path.isEmpty()) {
      look(entry, path, () -> where(RouteParser.compile(program.types(), from, path)));
    }
  }

  private void text(String entry, Type from, String path) {
    if (!path.isEmpty()) {
      look(
          entry,
          path,
          () -> {
            var route = RouteParser.compile(program.types(), from, path);
            return where(TextAt.of(program.types(), route).route());
          });
    }
  }

  private static String where(Route route) {
    var at = new StringBuilder("at +").append(route.offsets().getFirst());
    route.offsets().stream().skip(1).forEach(offset -> at.append(" → +").append(offset));
    return Spelling.of(route.type()) + " " + at;
  }
}
