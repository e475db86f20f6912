// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.runner.threads.Waiters;
import trilobite.runner.threads.Waiters.Waiter;
import trilobite.runner.walk.Snapshot;

/// Which thread uses which socket: the one that waits for it now, or else the last that was seen to
/// and still lives. Where the kernel tells who has a socket open, that one.
final class Users {

  private final Optional<Waiters> threads;
  private final Optional<SelectPlan> selecting;
  private final Optional<QueuePlan> queue;
  private final Snapshot.Source source;
  private Map<Endpoint.Key, Waiter> last = new HashMap<>();

  Users(
      Optional<Waiters> threads,
      Optional<SelectPlan> selecting,
      Optional<QueuePlan> queue,
      Snapshot.Source source) {
    this.queue = queue;
    this.threads = threads;
    this.selecting = selecting;
    this.source = source;
  }

  /// The users of sockets, by their key.
  Map<Endpoint.Key, Waiter> of(List<Endpoint> sockets) {
    if (threads.isEmpty()) {
      return Map.of();
    }
    try {
      var all = threads.get().read();
      return threads.get().tellsOwners()
          ? owned(sockets, threads.get().owners(all))
          : join(sockets, all);
    } catch (IOException e) {
      // Threads that cannot be read now do not hide the sockets.
      return Map.of();
    }
  }

  private static Map<Endpoint.Key, Waiter> owned(List<Endpoint> sockets, Map<Long, Waiter> owners) {
    var users = new HashMap<Endpoint.Key, Waiter>();
    for (var socket : sockets) {
      var owner = owners.get(socket.key().address());
      if (owner != null) {
        users.put(socket.key(), owner);
      }
    }
    return users;
  }

  private Map<Endpoint.Key, Waiter> join(List<Endpoint> sockets, List<Waiter> all) {
    var sleeping = new HashMap<Long, Waiter>();
    var living = new HashMap<Long, Waiter>();
    all.forEach(
        waiter -> {
          living.put(waiter.address(), waiter);
          if (waiter.on() != 0) {
            sleeping.put(waiter.on(), waiter);
          }
        });
    var numbered = new HashMap<Long, Waiter>();
    selecting
        .map(plan -> plan.read(source))
        .orElse(Map.of())
        .forEach(
            (on, numbers) ->
                Optional.ofNullable(sleeping.get(on))
                    .ifPresent(w -> numbers.forEach(number -> numbered.put((long) number, w))));
    var users = new HashMap<Endpoint.Key, Waiter>();
    var kept = new HashMap<Endpoint.Key, Waiter>();
    for (var socket : sockets) {
      user(socket, sleeping, numbered)
          .or(() -> queued(socket, living))
          .or(() -> before(socket, living))
          .ifPresent(
              user -> {
                users.put(socket.key(), user);
                kept.put(socket.key(), user);
              });
    }
    last = kept;
    return users;
  }

  /// The place of a thread that ended may be another's by now.
  private Optional<Waiter> before(Endpoint socket, Map<Long, Waiter> living) {
    return Optional.ofNullable(last.get(socket.key()))
        .flatMap(
            user ->
                Optional.ofNullable(living.get(user.address()))
                    .filter(now -> now.id() == user.id()));
  }

  private Optional<Waiter> queued(Endpoint socket, Map<Long, Waiter> living) {
    if (queue.isEmpty()) {
      return Optional.empty();
    }
    for (long at : socket.waits()) {
      for (long thread : queue.get().threads(source.memory(), at)) {
        if (living.containsKey(thread)) {
          return Optional.ofNullable(living.get(thread));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Waiter> user(
      Endpoint socket, Map<Long, Waiter> sleeping, Map<Long, Waiter> numbered) {
    for (var at : socket.waits()) {
      var waiter = sleeping.get(at);
      if (waiter != null) {
        return Optional.of(waiter);
      }
    }
    return socket.number().isPresent()
        ? Optional.ofNullable(numbered.get(socket.number().getAsLong()))
        : Optional.empty();
  }
}
