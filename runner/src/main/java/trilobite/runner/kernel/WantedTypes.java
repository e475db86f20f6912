// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import trilobite.runner.debug.Wanted;
import trilobite.runner.profile.Container;
import trilobite.runner.profile.Container.Walking;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.StackLayout;
import trilobite.runner.profile.ThreadLayout;

/// What a profile has to know of a program's types.
public final class WantedTypes {

  private final Set<String> types = new HashSet<>();
  private final Set<String> symbols = new HashSet<>();

  private WantedTypes() {}

  public static Wanted of(Profile profile) {
    var wanted = new WantedTypes();
    wanted.containers(profile.containers());
    wanted.types.addAll(profile.guide().variables().values());
    profile.threads().ifPresent(wanted::threads);
    profile.stack().ifPresent(wanted::stack);
    for (var heap : profile.heaps()) {
      heap.blocks().ifPresent(blocks -> wanted.types.add(blocks.block()));
    }
    return Wanted.of(wanted.types, wanted.symbols);
  }

  private void containers(List<Container> containers) {
    for (var container : containers) {
      symbols.add(Program.variable(container.start()));
      walking(container.walking());
    }
  }

  private void stack(StackLayout stack) {
    containers(stack.containers());
    stack.lock().forEach(path -> symbols.add(Program.variable(path)));
    stack.counters().forEach(counter -> symbols.add(Program.variable(counter.path())));
    stack.sockets().forEach(sockets -> types.add(sockets.type()));
    stack.handle().ifPresent(handle -> types.add(handle.type()));
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
      case Walking.Array ignored -> {}
      case Walking.Vector ignored -> {}
      case Walking.Tree ignored -> {}
      case Walking.Buckets ignored -> {}
      case Walking.Through ignored -> {}
      case Walking.Nested ignored -> {}
    }
    walking.inside().forEach(this::walking);
  }

  private void threads(ThreadLayout threads) {
    symbols.add(Program.variable(threads.current()));
    threads.state().ifPresent(state -> types.add(state.type()));
    threads
        .waits()
        .ifPresent(
            waits -> {
              types.add(waits.type());
              types.add(waits.kinds());
            });
  }
}
