// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import trilobite.runner.kernel.ContainerPlan;
import trilobite.runner.kernel.Program;
import trilobite.runner.profile.Container;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.StackLayout;
import trilobite.runner.profile.SyncLayout;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;

/// A network stack of one build: where its sockets are, and what of them is known.
///
/// @param lock that is held while lists change
/// @param selecting threads that wait for several sockets
/// @param queue how a thread is found from what it waits on, where it does not say so itself
/// @param absent what the profile asks for and this build does not have, in words
public record StackPlan(
    StackLayout told,
    List<SocketPlan> sockets,
    Optional<Lock> lock,
    Map<String, HandlePlan> handles,
    Optional<SelectPlan> selecting,
    Optional<QueuePlan> queue,
    List<Counter> counters,
    List<String> absent) {

  /// A mutex.
  ///
  /// @param owner of the pointer to the thread that holds it, from the address on
  record Lock(long address, NumberAt owner) {}

  /// A figure of the stack's own statistics.
  record Counter(StackLayout.Counter told, long address, NumberAt at) {}

  /// @throws PathException where the build has none of the stack's lists
  public static StackPlan of(Program program, Profile profile, StackLayout told)
      throws PathException {
    var absent = new LinkedHashSet<String>();
    var sync = profile.sync().map(layout -> new SyncPlan(program, layout));
    var lists = new Lists(program, told);
    var sockets = new ArrayList<SocketPlan>();
    var why = "the profile " + told.name() + " names no sockets";
    for (var each : told.sockets()) {
      var missing = new ArrayList<String>();
      try {
        sockets.add(lists.plan(each, missing));
      } catch (PathException e) {
        why = String.valueOf(e.getMessage());
        missing.add("no list of " + each.container() + " sockets (" + why + ")");
      }
      absent.addAll(missing);
    }
    if (sockets.isEmpty()) {
      throw new PathException(why);
    }
    if (sync.isEmpty() && !told.handles().isEmpty()) {
      absent.add("no threads of sockets (what mailboxes are in this kernel is not known)");
    }
    return new StackPlan(
        told,
        List.copyOf(sockets),
        lock(program, told, sync),
        handles(program, told, sync, absent),
        SelectPlan.of(program, told, sync),
        profile.sync().flatMap(SyncLayout::queue).flatMap(each -> QueuePlan.of(program, each)),
        counters(program, told),
        List.copyOf(absent));
  }

  private record Lists(Program program, StackLayout told) {

    SocketPlan plan(StackLayout.Sockets each, List<String> absent) throws PathException {
      var container = container(told, each.container());
      var list = ContainerPlan.of(program, container);
      var in = new Members(program, list.element(), absent);
      return SocketPlan.of(
          in,
          each,
          container.start(),
          list,
          listening(each.protocol()).map(found -> in.of(found.element())),
          Optional.ofNullable(told.handles().get(each.handle()))
              .map(StackLayout.Handle::path)
              .orElse(""));
    }

    private Optional<ContainerPlan> listening(String protocol) {
      for (var each : told.sockets()) {
        if (each.protocol().equals(protocol) && each.role() != StackLayout.Role.CONNECTION) {
          try {
            return Optional.of(ContainerPlan.of(program, container(told, each.container())));
          } catch (PathException e) {
            // Said where its own plan is made.
          }
        }
      }
      return Optional.empty();
    }
  }

  static Container container(StackLayout told, String name) throws PathException {
    return told.containers().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new PathException("there is no container " + name));
  }

  private static Optional<Lock> lock(Program program, StackLayout told, Optional<SyncPlan> sync) {
    for (var path : told.lock()) {
      try {
        var spot = program.spot(path);
        var owner = sync.flatMap(known -> known.owner(spot.route().type()));
        if (owner.isPresent()) {
          var at = NumberAt.of(program.types(), spot.route().then(owner.get().route()));
          return Optional.of(new Lock(spot.address(), at));
        }
      } catch (PathException e) {
        // A build without that lock changes its lists on one thread.
      }
    }
    return Optional.empty();
  }

  private static Map<String, HandlePlan> handles(
      Program program, StackLayout told, Optional<SyncPlan> sync, Set<String> absent) {
    var plans = new HashMap<String, HandlePlan>();
    told.handles()
        .forEach(
            (name, handle) -> {
              var missing = new ArrayList<String>();
              try {
                var in = new Members(program, program.type(handle.type()), missing);
                plans.put(name, HandlePlan.of(in, handle, sync));
                absent.addAll(missing);
              } catch (PathException e) {
                absent.add("no accept mailbox and no threads (" + e.getMessage() + ")");
              }
            });
    return Map.copyOf(plans);
  }

  private static List<Counter> counters(Program program, StackLayout told) {
    var counters = new ArrayList<Counter>();
    for (var each : told.counters()) {
      try {
        var spot = program.spot(each.path());
        counters.add(new Counter(each, spot.address(), NumberAt.of(program.types(), spot.route())));
      } catch (PathException e) {
        // Statistics are an option of most builds.
      }
    }
    return List.copyOf(counters);
  }

  /// The stack's name for people.
  public String title() {
    return told.title();
  }

  /// True for a build without statistics of its own.
  public boolean countsNothing() {
    return counters.isEmpty();
  }

  /// Where the lists begin, for a reading's source.
  public String start() {
    return String.join(", ", sockets.stream().map(SocketPlan::start).toList());
  }
}
