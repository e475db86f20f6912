// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import trilobite.runner.debug.Wanted;
import trilobite.runner.profile.AllocatorLayout;
import trilobite.runner.profile.BlockLayout;
import trilobite.runner.profile.Container;
import trilobite.runner.profile.Container.Walking;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.StackLayout;
import trilobite.runner.profile.SyncLayout;
import trilobite.runner.profile.ThreadLayout;
import trilobite.runner.value.RouteParser;

/// What a profile has to know of a program's types.
public final class WantedTypes {

  private final Set<String> types = new HashSet<>();
  private final Set<String> symbols = new HashSet<>();

  private WantedTypes() {}

  public static Wanted of(Profile profile) {
    var wanted = new WantedTypes();
    wanted.containers(profile.containers());
    profile.guide().variables().values().forEach(text -> wanted.types.add(Declared.base(text)));
    profile.threads().ifPresent(wanted::threads);
    profile.stack().ifPresent(wanted::stack);
    profile
        .sync()
        .flatMap(SyncLayout::queue)
        .ifPresent(queue -> wanted.types.addAll(List.of(queue.type(), queue.entry())));
    profile.allocators().forEach(wanted::allocator);
    return Wanted.of(wanted.types, wanted.symbols);
  }

  private void allocator(AllocatorLayout allocator) {
    allocator.must().forEach(must -> path(must.path()));
    containers(allocator.blocks().containers());
    switch (allocator.blocks()) {
      case BlockLayout.Chunks chunks -> {
        types.add(chunks.block());
        path(chunks.used());
      }
      case BlockLayout.Buddy buddy -> path(buddy.available());
      case BlockLayout.Pools pools -> {
        types.add(pools.names());
        types.add(pools.element());
      }
      case BlockLayout.Offsets offsets -> {
        types.add(offsets.block());
        List.of(offsets.first(), offsets.last(), offsets.used(), offsets.peak(), offsets.failures())
            .forEach(this::path);
      }
      case BlockLayout.Levels levels -> {
        path(levels.total());
        levels.kept().forEach(this::path);
      }
      case BlockLayout.Counts counts ->
          counts
              .parts()
              .forEach(
                  part -> {
                    path(part.count());
                    path(part.less());
                  });
      case BlockLayout.Slabs slabs -> {
        cast(slabs.partial().start());
        walking(slabs.partial().walking());
      }
    }
  }

  /// A path from a variable, and what it takes things for.
  private void path(String path) {
    symbols.add(Program.variable(path));
    cast(path);
  }

  /// What a path from an element takes things for.
  private void cast(String path) {
    types.addAll(RouteParser.casts(path));
    types.addAll(RouteParser.enums(path));
  }

  private void containers(List<Container> containers) {
    for (var container : containers) {
      path(container.start());
      walking(container.walking());
    }
  }

  private void stack(StackLayout stack) {
    containers(stack.containers());
    stack.lock().forEach(path -> symbols.add(Program.variable(path)));
    stack.counters().forEach(counter -> symbols.add(Program.variable(counter.path())));
    for (var sockets : stack.sockets()) {
      types.add(sockets.type());
      sockets.only().forEach(must -> cast(must.path()));
      cast(sockets.state());
      sockets.retransmits().paths().forEach(this::cast);
    }
    stack.handles().values().forEach(handle -> types.add(handle.type()));
  }

  private void walking(Walking walking) {
    types.add(walking.of());
    switch (walking) {
      case Walking.PerCpu cpus -> symbols.add(Program.variable(cpus.offsets()));
      case Walking.BTree tree -> {
        types.add(tree.leaf());
        types.add(tree.inner());
      }
      case Walking.Linked ignored -> {}
      case Walking.ListHead ignored -> {}
      case Walking.NodeList ignored -> {}
      case Walking.Array ignored -> {}
      case Walking.Vector ignored -> {}
      case Walking.Tree ignored -> {}
      case Walking.Buckets ignored -> {}
      case Walking.Through through -> cast(through.path());
      case Walking.Nested nested -> cast(nested.path());
      case Walking.Joined joined -> joined.parts().forEach(part -> cast(part.at()));
    }
    walking.inside().forEach(this::walking);
  }

  private void threads(ThreadLayout threads) {
    symbols.add(Program.variable(threads.current()));
    threads.vcpu().forEach(this::cast);
    threads
        .state()
        .ifPresent(
            state -> {
              types.add(state.type());
              cast(state.path());
            });
    threads.clocks().ifPresent(clocks -> clocks.since().forEach(this::cast));
    threads.unwind().ifPresent(unwind -> types.add(unwind.entry()));
    threads.files().ifPresent(files -> types.addAll(List.of(files.file(), files.socket())));
    threads
        .waits()
        .ifPresent(
            waits -> {
              types.add(waits.type());
              types.add(waits.kinds());
            });
  }
}
