// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import trilobite.model.guest.Listing;
import trilobite.runner.sockets.HandlePlan.Handle;
import trilobite.runner.threads.Copy;
import trilobite.runner.walk.Snapshot;
import trilobite.runner.walk.TornException;
import trilobite.runner.walk.Walk;

/// Reads all sockets while the guest goes on changing them, so that the set of them is one that
/// existed: all lists are walked, then their records are read, then the lists are walked again and
/// must have the same records of the same sockets. A connection that moves from one list to another
/// is in neither for some instructions, and a virtual CPU may be stopped right there; so in between
/// nobody may hold the lock under which the stack changes its lists.
record SocketReader(StackPlan plan, Snapshot.Source source) {

  private static final Walk.Bounds BOUNDS = new Walk.Bounds(20_000, 100_000_000);
  private static final int ROW_TRIES = 8;
  private static final int TRIES = 64;
  private static final long MOST_NANOS = 300_000_000;
  private static final long MOMENT = 20_000;

  Listing<Endpoint> read() throws IOException {
    var deadline = source.nanos().getAsLong() + MOST_NANOS;
    for (int tries = 1; ; tries++) {
      var lists = lists();
      var last = tries >= TRIES || (tries > 1 && source.nanos().getAsLong() - deadline > 0);
      var rows = rows(lists, last);
      var quiet = !locked();
      if (rows.isPresent() && stillSo(lists, rows.get().rows()) && (quiet || last)) {
        return quiet ? rows.get() : new Listing<>(rows.get().rows(), cut(rows.get(), moving()));
      }
      if (last) {
        throw new TornException("the sockets of " + plan.told().title(), tries);
      }
      if (!quiet) {
        LockSupport.parkNanos(MOMENT);
      }
    }
  }

  private String moving() {
    return "%s is changing its lists: a connection between two of them may be missing"
        .formatted(plan.told().title());
  }

  private static Optional<String> cut(Listing<Endpoint> rows, String why) {
    return rows.cut().or(() -> Optional.of(why));
  }

  private boolean locked() throws IOException {
    return plan.lock().isPresent()
        && plan.lock().get().owner().read(source.memory(), plan.lock().get().address()) != 0;
  }

  private List<Snapshot> lists() throws IOException {
    var lists = new ArrayList<Snapshot>();
    for (var sockets : plan.sockets()) {
      var spot = sockets.list().start();
      var start = spot.route().from(source.memory(), spot.address());
      lists.add(Snapshot.of(sockets.start(), sockets.list().shape(), start, BOUNDS, source));
    }
    return lists;
  }

  private boolean stillSo(List<Snapshot> before, List<Endpoint> rows) throws IOException {
    var now = lists();
    for (int i = 0; i < now.size(); i++) {
      if (!Arrays.equals(before.get(i).elements(), now.get(i).elements())) {
        return false;
      }
    }
    for (var row : rows) {
      var sockets = plan.sockets().get(row.list());
      var record = Copy.at(source.memory(), row.key().address(), sockets.list().size());
      if (!key(sockets, record).equals(row.key())) {
        return false;
      }
    }
    return true;
  }

  /// Empty where a record could not be read, which the next try may cure; with the last try such
  /// records are left out and told.
  private Optional<Listing<Endpoint>> rows(List<Snapshot> lists, boolean last) throws IOException {
    var rows = new ArrayList<Endpoint>();
    var cut = Optional.<String>empty();
    for (int i = 0; i < lists.size(); i++) {
      cut = cut.or(lists.get(i)::cut);
      for (var address : lists.get(i).elements()) {
        try {
          row(i, address).ifPresent(rows::add);
        } catch (IOException e) {
          if (!last) {
            return Optional.empty();
          }
          cut = Optional.of(String.valueOf(e.getMessage()));
        }
      }
    }
    return Optional.of(new Listing<>(List.copyOf(rows), cut));
  }

  private Optional<Endpoint> row(int list, long address) throws IOException {
    var sockets = plan.sockets().get(list);
    var size = sockets.list().size();
    var before = Copy.at(source.memory(), address, size);
    for (int tries = 0; tries < ROW_TRIES; tries++) {
      var row =
          sockets.meant(before)
              ? Optional.of(row(sockets, list, before))
              : Optional.<Endpoint>empty();
      var after = Copy.at(source.memory(), address, size);
      if (after.bytes().equals(before.bytes())) {
        return row;
      }
      before = after;
    }
    throw new TornException("the socket at 0x%x".formatted(address), ROW_TRIES);
  }

  private static Endpoint.Key key(SocketPlan sockets, Copy record) throws IOException {
    return new Endpoint.Key(
        record.address(),
        sockets.local().isPresent() ? sockets.local().get().of(record) : Host.NONE,
        of(sockets.localPort(), record).orElse(0),
        sockets.remote().isPresent() ? sockets.remote().get().of(record) : Host.NONE,
        of(sockets.remotePort(), record).orElse(0));
  }

  private Endpoint row(SocketPlan sockets, int list, Copy record) throws IOException {
    var state = sockets.state(record);
    var handle = handle(sockets, record);
    return new Endpoint(
        key(sockets, record),
        list,
        sockets.told().protocol(),
        sockets.listens(state),
        state,
        sockets.told().quiet().contains(state),
        either(handle.bytes(), sockets.receive().waiting(record, state)),
        sockets.receive().left(record),
        either(handle.limit(), sockets.receive().most(record)),
        sockets.send().waiting(record, state),
        sockets.send().left(record),
        of(sockets.retransmits(), record),
        of(sockets.backlog(), record),
        of(sockets.backlogLimit(), record),
        unaccepted(sockets, state, record, handle),
        of(sockets.listener(), record).orElse(0),
        handle.number(),
        handle.queued(),
        handle.taken(),
        handle.room(),
        handle.waits());
  }

  private static OptionalLong either(OptionalLong one, OptionalLong other) {
    return one.isPresent() ? one : other;
  }

  /// What hangs on a record may be gone or of another kind without the record being so.
  private Handle handle(SocketPlan sockets, Copy record) {
    var held = Optional.ofNullable(plan.handles().get(sockets.told().handle()));
    if (held.isEmpty() || sockets.handle().isEmpty()) {
      return Handle.NONE;
    }
    try {
      var at = record.number(sockets.handle().get());
      return held.get().of(source.memory(), at, record.address());
    } catch (IOException e) {
      return Handle.NONE;
    }
  }

  private static boolean unaccepted(SocketPlan sockets, String state, Copy record, Handle handle)
      throws IOException {
    for (var test : sockets.waiting()) {
      if (!test.speaksOf(state)) {
        continue;
      }
      var value =
          test.at().isPresent() ? OptionalLong.of(record.number(test.at().get())) : handle.number();
      if (value.isPresent() && test.holds(value.getAsLong())) {
        return true;
      }
    }
    return false;
  }

  private static OptionalLong of(Optional<Figure> figure, Copy record) throws IOException {
    return figure.isPresent() ? OptionalLong.of(figure.get().of(record)) : OptionalLong.empty();
  }
}
