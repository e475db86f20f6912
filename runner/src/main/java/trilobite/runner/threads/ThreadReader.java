// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.guest.Listing;
import trilobite.runner.walk.Snapshot;
import trilobite.runner.walk.TornException;
import trilobite.runner.walk.Walk;

/// Reads all threads while the guest goes on changing them. Each row was so at a moment of the
/// reading: its record is read before and after what hangs on it, and counts only if nothing
/// changed between. The list is one that existed: after the rows it is walked twice more, which
/// must both find the same, and then each record must still be the same thread's, since a kernel
/// gives the place of a thread that ended to the next one, and as much alive. As no id is given
/// twice, all that stands there was so between those two walks. The first walk only says whom to
/// read.
record ThreadReader(ThreadPlan plan, Snapshot.Source source) {

  private static final int LIST_TRIES = 16;
  private static final int ROW_TRIES = 8;
  private static final Walk.Bounds BOUNDS = new Walk.Bounds(100_000, 200_000_000);
  private static final long MOST_NANOS = 500_000_000;
  private static final int CHECK_EVERY = 64;
  private static final long NANOS = 1_000_000_000;
  private static final String UNREADABLE = "?";

  /// A thread ended between the list's reading and its own.
  private static final class GoneException extends IOException {
    private static final long serialVersionUID = 1;

    GoneException(long address) {
      super("no thread's record at 0x%x".formatted(address));
    }
  }

  Listing<Sight> read() throws IOException {
    var deadline = source.nanos().getAsLong() + MOST_NANOS;
    for (int tries = 0; ; tries++) {
      var list = Snapshot.glance(plan.list().shape(), start(), BOUNDS, source);
      var current = current();
      try {
        // A first try that took so long says that we stood still, not that the guest changed.
        var late = tries > 0 && source.nanos().getAsLong() - deadline > 0;
        var last = late || tries == LIST_TRIES;
        var rows = rows(list, current, deadline, last);
        if (stillSo(list, rows)) {
          return rows;
        }
        if (last) {
          throw new TornException(plan.start(), tries + 1);
        }
      } catch (GoneException e) {
        // Told apart from damage by the next try.
      }
    }
  }

  private long start() throws IOException {
    var spot = plan.list().start();
    return spot.route().from(source.memory(), spot.address());
  }

  private boolean stillSo(Snapshot list, Listing<Sight> rows) throws IOException {
    if (!Snapshot.of(plan.start(), plan.list().shape(), start(), BOUNDS, source).same(list)) {
      return false;
    }
    var bytes = plan.identity();
    for (var row : rows.rows()) {
      var now = Copy.at(source.memory(), row.address(), bytes);
      if (!believable(now) || now.number(plan.id()) != row.id() || gone(now) != gone(row.state())) {
        return false;
      }
    }
    return true;
  }

  private boolean gone(Copy record) throws IOException {
    return plan.state().isPresent() && gone(state(record, plan.state().get()));
  }

  /// A thread that has ended may stay in the list for a while; it never comes back to life.
  private boolean gone(String state) {
    return plan.state().isPresent() && plan.state().get().told().gone().contains(state);
  }

  private OptionalLong current() throws IOException {
    if (plan.current().isEmpty()) {
      return OptionalLong.empty();
    }
    var spot = plan.current().get();
    var at = spot.route().from(source.memory(), spot.address());
    return at == 0 ? OptionalLong.empty() : OptionalLong.of(source.memory().word(at));
  }

  /// @param deadline when to stop with the rows that there are
  /// @param last true where what is no thread's record is left out, since it stays so
  private Listing<Sight> rows(Snapshot list, OptionalLong current, long deadline, boolean last)
      throws IOException {
    var elements = list.elements();
    var rows = new ArrayList<Sight>(elements.length);
    var cut = list.cut();
    for (var address : elements) {
      if (rows.size() % CHECK_EVERY == 0 && source.nanos().getAsLong() - deadline > 0) {
        cut = Optional.of("stopped after %d threads: time was up".formatted(rows.size()));
        break;
      }
      try {
        rows.add(row(address, current));
      } catch (IOException e) {
        if (!last) {
          throw new GoneException(address);
        }
        cut = Optional.of(String.valueOf(e.getMessage()));
      }
    }
    return new Listing<>(List.copyOf(rows), cut);
  }

  private Sight row(long address, OptionalLong current) throws IOException {
    var size = plan.list().size();
    var before = Copy.at(source.memory(), address, size);
    for (int tries = 0; tries < ROW_TRIES; tries++) {
      if (!believable(before)) {
        throw new GoneException(address);
      }
      var sight = sight(before, current);
      var after = Copy.at(source.memory(), address, size);
      if (after.bytes().equals(before.bytes())) {
        return sight;
      }
      before = after;
    }
    throw new TornException("the thread at 0x%x".formatted(address), ROW_TRIES);
  }

  private boolean believable(Copy record) throws IOException {
    for (var must : plan.expect()) {
      if (record.number(must.at()) != must.value()) {
        return false;
      }
    }
    return true;
  }

  private Sight sight(Copy record, OptionalLong current) throws IOException {
    var clocks = plan.clocks();
    var state = plan.state().isPresent() ? state(record, plan.state().get()) : "";
    var running =
        plan.state().isPresent()
            ? plan.state().get().told().running().contains(state)
            : current.isPresent() && current.getAsLong() == record.address();
    var stack =
        plan.stack().isPresent()
            ? Optional.of(plan.stack().get().of(record))
            : Optional.<StackPlan.Stack>empty();
    return new Sight(
        record.address(),
        record.number(plan.id()),
        record.text(plan.name()),
        state,
        running,
        clocks.isPresent() ? OptionalLong.of(runTime(record, clocks.get())) : OptionalLong.empty(),
        clocks.isPresent() ? since(record, clocks.get()) : 0,
        clocks.isPresent() ? record.number(clocks.get().turns()) : 0,
        vcpu(record, running),
        stack,
        waiting(record),
        running ? Optional.empty() : top(record, stack));
  }

  private OptionalLong vcpu(Copy record, boolean running) throws IOException {
    if (running) {
      for (var at : plan.vcpu()) {
        var number = record.reached(at);
        if (number.isPresent() && !none(number.getAsLong())) {
          return number;
        }
      }
    }
    return OptionalLong.empty();
  }

  /// Where 0 says that there is none, it is no CPU's number.
  private boolean none(long cpu) {
    return plan.state()
        .map(state -> state.told().noCpu())
        .filter(no -> no != 0 && no == cpu)
        .isPresent();
  }

  /// In nanoseconds; 0 for a thread that has no CPU, where the kernel says so.
  private static long since(Copy record, ThreadPlan.Clocks clocks) throws IOException {
    for (var at : clocks.since()) {
      var stamp = record.reached(at);
      if (stamp.isPresent() && stamp.getAsLong() != 0) {
        return nanos(stamp.getAsLong(), clocks);
      }
    }
    return 0;
  }

  private static String state(Copy record, ThreadPlan.State state) throws IOException {
    for (var cpu : state.cpu()) {
      var held = record.reached(cpu);
      if (held.isPresent() && held.getAsLong() != state.told().noCpu()) {
        return "running";
      }
    }
    return state.names().of(record.number(state.at()));
  }

  /// In nanoseconds.
  private static long runTime(Copy record, ThreadPlan.Clocks clocks) throws IOException {
    long units = 0;
    for (var part : clocks.runTime()) {
      units += record.number(part);
    }
    return nanos(units, clocks);
  }

  /// Fixed point as well: whole seconds first, lest a clock's high bits drown the low ones.
  private static long nanos(long units, ThreadPlan.Clocks clocks) {
    long unit = clocks.perSecond();
    return unit == NANOS
        ? units
        : units / unit * NANOS + (long) ((double) (units % unit) / unit * NANOS);
  }

  /// What hangs on a record may be damaged without the record being so.
  private Optional<WaitPlan.Waiting> waiting(Copy record) {
    try {
      return plan.waits().isPresent() ? plan.waits().get().of(record) : Optional.empty();
    } catch (IOException e) {
      return Optional.of(new WaitPlan.Waiting(UNREADABLE, 0, 0, 0));
    }
  }

  private Optional<String> top(Copy record, Optional<StackPlan.Stack> stack) {
    try {
      return plan.frames().isPresent() ? plan.frames().get().top(record, stack) : Optional.empty();
    } catch (IOException e) {
      return Optional.of(UNREADABLE);
    }
  }
}
