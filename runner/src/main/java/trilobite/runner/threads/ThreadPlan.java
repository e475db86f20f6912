// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.type.Type;
import trilobite.runner.kernel.ContainerPlan;
import trilobite.runner.kernel.Program;
import trilobite.runner.kernel.Program.Spot;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.ThreadLayout;
import trilobite.runner.unwind.OrcTable;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;
import trilobite.runner.value.Route;
import trilobite.runner.value.RouteParser;
import trilobite.runner.value.TextAt;

/// Where one build keeps what there is to know of its threads.
///
/// @param start the container's name in the profile, for messages
/// @param current where the running thread's address is
/// @param vcpu numbers of which one is that of the vCPU that a running thread has
public record ThreadPlan(
    String start,
    ContainerPlan list,
    List<Must> expect,
    Optional<NumberAt> id,
    Optional<TextAt> name,
    Optional<Spot> current,
    List<NumberAt> vcpu,
    Optional<State> state,
    Optional<Clocks> clocks,
    Optional<StackPlan> stack,
    Optional<FramePlan> frames,
    Optional<WaitPlan> waits,
    Optional<FilesPlan> files) {

  record Must(NumberAt at, long value) {}

  record State(NumberAt at, Names names, List<NumberAt> cpu, ThreadLayout.State told) {}

  record Clocks(
      List<NumberAt> runTime, long perSecond, List<NumberAt> since, Optional<NumberAt> turns) {}

  /// @throws PathException where the profile does not fit the build; says which part
  public static ThreadPlan of(Program program, Profile profile, ThreadLayout layout)
      throws PathException {
    var container =
        profile.containers().stream()
            .filter(each -> each.name().equals(layout.container()))
            .findFirst()
            .orElseThrow(() -> new PathException("there is no container " + layout.container()));
    var list = ContainerPlan.of(program, container);
    var in = new In(program, list.element());
    return new ThreadPlan(
        container.start(),
        list,
        in.musts(layout.expect()),
        in.number(layout.id()),
        in.text(layout.name()),
        layout.current().isEmpty() ? Optional.empty() : Optional.of(program.spot(layout.current())),
        in.known(layout.vcpu()),
        layout.state().isPresent() ? Optional.of(in.state(layout.state().get())) : Optional.empty(),
        layout.clocks().isPresent()
            ? Optional.of(in.clocks(layout.clocks().get()))
            : Optional.empty(),
        layout.stack().isPresent()
            ? Optional.of(StackPlan.of(in, layout.stack().get()))
            : Optional.empty(),
        in.frames(layout),
        layout.waits().isPresent()
            ? Optional.of(WaitPlan.of(in, layout.waits().get()))
            : Optional.empty(),
        layout.files().flatMap(in::files));
  }

  /// The kernel's own tables for unwinding; empty where it has none.
  public Optional<OrcTable> tables() {
    return frames.flatMap(FramePlan::tables);
  }

  /// How it is known since when threads wait and locks are held, in words.
  public String waiting() {
    if (waits.isEmpty()) {
      return "waits not known";
    }
    return waits.get().since().isPresent()
        ? "waits by the kernel's stamp, holds since first seen"
        : "waits and holds since first seen";
  }

  /// So many bytes from a record's begin on say whose it is and whether it lives.
  int identity() {
    var numbers = new ArrayList<NumberAt>();
    expect.forEach(must -> numbers.add(must.at()));
    id.ifPresent(numbers::add);
    state.ifPresent(told -> numbers.add(told.at()));
    // What lies behind a pointer is read by itself.
    return numbers.stream()
        .filter(number -> number.route().direct() && number.route().offset() >= 0)
        .mapToInt(number -> (int) Math.min(number.route().offset() + number.width(), list.size()))
        .max()
        .orElse(0);
  }

  /// Members of one type.
  record In(Program program, Type type) {

    NumberAt need(String path) throws PathException {
      return NumberAt.of(program.types(), RouteParser.compile(program.types(), type, path));
    }

    /// The same of another type.
    In of(String name) throws PathException {
      return new In(program, program.type(name));
    }

    private List<NumberAt> all(List<String> paths) throws PathException {
      var numbers = new ArrayList<NumberAt>();
      for (var path : paths) {
        numbers.add(need(path));
      }
      return List.copyOf(numbers);
    }

    /// Those that the build has: what they tell, kernels put here or there or leave out.
    private List<NumberAt> known(List<String> paths) {
      var numbers = new ArrayList<NumberAt>();
      for (var path : paths) {
        try {
          numbers.add(need(path));
        } catch (PathException e) {
          // `profile check` tells where none is there.
        }
      }
      return List.copyOf(numbers);
    }

    /// Where a member lies, whatever it is.
    Route place(String path) throws PathException {
      return RouteParser.compile(program.types(), type, path);
    }

    /// Absent for an empty path.
    Optional<NumberAt> number(String path) throws PathException {
      return path.isEmpty() ? Optional.empty() : Optional.of(need(path));
    }

    Optional<TextAt> text(String path) throws PathException {
      return path.isEmpty()
          ? Optional.empty()
          : Optional.of(
              TextAt.of(program.types(), RouteParser.compile(program.types(), type, path)));
    }

    private List<Must> musts(List<ThreadLayout.Must> all) throws PathException {
      var musts = new ArrayList<Must>();
      for (var must : all) {
        musts.add(new Must(need(must.path()), must.value()));
      }
      return List.copyOf(musts);
    }

    /// None where the profile unwinds by tables that the build does not have.
    private Optional<FramePlan> frames(ThreadLayout layout) throws PathException {
      if (layout.saved().isEmpty()) {
        return Optional.empty();
      }
      var tables = layout.unwind().flatMap(this::tables);
      return layout.unwind().isPresent() && tables.isEmpty()
          ? Optional.empty()
          : Optional.of(FramePlan.of(this, layout.saved().get(), tables));
    }

    private Optional<OrcTable> tables(ThreadLayout.Unwind told) {
      try {
        return Optional.of(OrcTable.of(program, told));
      } catch (PathException e) {
        // Said where stacks are asked for; threads are known without.
        return Optional.empty();
      }
    }

    private Optional<FilesPlan> files(ThreadLayout.Files told) {
      try {
        return Optional.of(FilesPlan.of(this, told));
      } catch (PathException e) {
        // `profile check` tells; sockets are known without their threads.
        return Optional.empty();
      }
    }

    private State state(ThreadLayout.State told) throws PathException {
      return new State(
          need(told.path()),
          Names.of(program, told.type(), told.names(), told.flags()),
          all(told.cpu()),
          told);
    }

    private Clocks clocks(ThreadLayout.Clocks told) throws PathException {
      return new Clocks(
          all(told.runTime()), told.perSecond(), known(told.since()), number(told.turns()));
    }
  }
}
