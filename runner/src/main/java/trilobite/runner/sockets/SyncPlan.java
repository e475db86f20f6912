// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.type.Type;
import trilobite.runner.kernel.Program;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.SyncLayout;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;
import trilobite.runner.value.Route;
import trilobite.runner.value.RouteParser;

/// What a kernel keeps in the mailboxes and semaphores of its network stack.
record SyncPlan(Program program, SyncLayout told) {

  private static final int TRIES = 8;

  /// A variable of the stack's that is one of the kernel's mailboxes.
  ///
  /// @param at the way to it
  /// @param pointer true where the variable is a pointer, null for none
  record Mailbox(
      Route at,
      boolean pointer,
      Optional<Route> waiters,
      Optional<NumberAt> posted,
      Optional<NumberAt> taken,
      Optional<NumberAt> room,
      long spare) {

    /// Messages that wait; empty where the kernel does not count them, or there is no mailbox yet.
    OptionalLong waiting(Memory memory, long start) throws IOException {
      var box = at.from(memory, start);
      if (posted.isEmpty() || taken.isEmpty() || nothing(memory, box, taken)) {
        return OptionalLong.empty();
      }
      for (int i = 0; i < TRIES; i++) {
        long out = taken.get().read(memory, box);
        long in = posted.get().read(memory, box);
        if (taken.get().read(memory, box) == out) {
          return OptionalLong.of(between(out, in, number(room, memory, start).orElse(0)));
        }
      }
      return OptionalLong.empty();
    }

    /// Counters go on for ever and wrap at their width; places in a ring begin again at its end.
    private long between(long out, long in, long room) {
      long apart = in - out;
      if (apart < 0 && apart + room >= 0) {
        return apart + room;
      }
      int width = taken.map(NumberAt::width).orElse(Long.BYTES);
      return width == Long.BYTES ? apart : apart & ((1L << (width * Byte.SIZE)) - 1);
    }

    OptionalLong taken(Memory memory, long start) throws IOException {
      return number(taken, memory, start);
    }

    OptionalLong room(Memory memory, long start) throws IOException {
      var places = number(room, memory, start);
      return places.isPresent() ? OptionalLong.of(places.getAsLong() - spare) : places;
    }

    private OptionalLong number(Optional<NumberAt> number, Memory memory, long start)
        throws IOException {
      var box = at.from(memory, start);
      return number.isEmpty() || nothing(memory, box, number)
          ? OptionalLong.empty()
          : OptionalLong.of(number.get().read(memory, box));
    }

    /// No mailbox yet: the variable, or a pointer in it, is null.
    private boolean nothing(Memory memory, long box, Optional<NumberAt> number) throws IOException {
      return box == 0
          || (pointer && memory.word(box) == 0)
          || (number.isPresent() && number.get().route().from(memory, box) == 0);
    }
  }

  /// @param at the way to the variable
  Mailbox mailbox(Route at) {
    return new Mailbox(
        at,
        program.types().resolve(at.type()) instanceof Type.Pointer,
        route(at.type(), told.mailboxWaiters()),
        number(at.type(), told.posted()),
        number(at.type(), told.taken()),
        number(at.type(), told.room()),
        told.spare());
  }

  /// The way from a semaphore variable to what threads wait on.
  Optional<Route> semaphore(Type type) {
    return route(type, told.semaphoreWaiters());
  }

  /// The way from a mutex variable to the pointer to its holder.
  Optional<NumberAt> owner(Type type) {
    return number(type, told.mutexOwner());
  }

  private Optional<NumberAt> number(Type type, String path) {
    try {
      var route = route(type, path);
      return route.isPresent()
          ? Optional.of(NumberAt.of(program.types(), route.get()))
          : Optional.empty();
    } catch (PathException e) {
      return Optional.empty();
    }
  }

  private Optional<Route> route(Type type, String path) {
    try {
      return path.isEmpty()
          ? Optional.empty()
          : Optional.of(RouteParser.compile(program.types(), type, path));
    } catch (PathException e) {
      return Optional.empty();
    }
  }
}
