// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.StackLayout;
import trilobite.runner.threads.Copy;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;
import trilobite.runner.value.Route;

/// What an application holds of a socket: lwIP's netconn, BSD's `struct socket`. It counts only if
/// it leads back to the socket's record, since what a record points at may be of any type.
///
/// @param waits ways to what threads wait on, two steps each: to the variable, then from it
record HandlePlan(
    int size,
    Optional<NumberAt> back,
    Optional<Figure> number,
    Optional<SyncPlan.Mailbox> accepting,
    Optional<Figure> bytes,
    Optional<Figure> limit,
    List<Wait> waits) {

  private static final int MOST_SIZE = 1 << 12;

  record Wait(Route variable, Optional<Route> waiters) {}

  /// @param in the handle's type
  static HandlePlan of(Members in, StackLayout.Handle told, Optional<SyncPlan> sync)
      throws PathException {
    var types = in.program().types();
    var back =
        told.back().isEmpty()
            ? Optional.<NumberAt>empty()
            : Optional.of(NumberAt.of(types, in.route(told.back())));
    var waits = new ArrayList<Wait>();
    if (sync.isPresent()) {
      for (var path : told.mailboxes()) {
        wait(in, path).ifPresent(at -> waits.add(new Wait(at, sync.get().mailbox(at).waiters())));
      }
      for (var path : told.semaphores()) {
        wait(in, path).ifPresent(at -> waits.add(new Wait(at, sync.get().semaphore(at.type()))));
      }
      waits.removeIf(wait -> wait.waiters().isEmpty());
    }
    for (var path : told.places()) {
      wait(in, path).ifPresent(at -> waits.add(new Wait(at, Optional.empty())));
    }
    var accepting =
        sync.isPresent() && !told.accepting().isEmpty()
            ? wait(in, told.accepting()).map(sync.get()::mailbox)
            : Optional.<SyncPlan.Mailbox>empty();
    return new HandlePlan(
        Math.clamp(types.size(in.type()), 1, MOST_SIZE),
        back,
        in.number("number of a socket", told.number()),
        accepting,
        in.number("bytes of waiting datagrams", told.bytes()),
        in.number("limit of waiting datagrams", told.limit()),
        List.copyOf(waits));
  }

  private static Optional<Route> wait(Members in, String path) {
    try {
      return Optional.of(in.route(path));
    } catch (PathException e) {
      // A build without that way to wait, such as one semaphore a thread instead of a socket's.
      return Optional.empty();
    }
  }

  /// A socket's handle as it was read.
  ///
  /// @param waits addresses that threads wait on
  record Handle(
      OptionalLong number,
      OptionalLong queued,
      OptionalLong taken,
      OptionalLong room,
      OptionalLong bytes,
      OptionalLong limit,
      List<Long> waits) {
    static final Handle NONE =
        new Handle(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            List.of());
  }

  /// The handle at an address; none where it does not belong to the record there.
  Handle of(Memory memory, long address, long owner) throws IOException {
    if (address == 0) {
      return Handle.NONE;
    }
    var copy = Copy.at(memory, address, size);
    if (back.isPresent() && copy.number(back.get()) != owner) {
      return Handle.NONE;
    }
    var addresses = new ArrayList<Long>();
    for (var wait : waits) {
      var variable = wait.variable().from(memory, address);
      var at =
          variable == 0 || wait.waiters().isEmpty()
              ? variable
              : wait.waiters().get().from(memory, variable);
      if (at != 0) {
        addresses.add(at);
      }
    }
    return new Handle(
        number.isPresent() ? OptionalLong.of(number.get().of(copy)) : OptionalLong.empty(),
        accepting.isPresent() ? accepting.get().waiting(memory, address) : OptionalLong.empty(),
        accepting.isPresent() ? accepting.get().taken(memory, address) : OptionalLong.empty(),
        accepting.isPresent() ? accepting.get().room(memory, address) : OptionalLong.empty(),
        bytes.isPresent() ? OptionalLong.of(bytes.get().of(copy)) : OptionalLong.empty(),
        limit.isPresent() ? OptionalLong.of(limit.get().of(copy)) : OptionalLong.empty(),
        List.copyOf(addresses));
  }
}
