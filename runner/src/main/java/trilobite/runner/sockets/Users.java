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
/// and still lives.
final class Users {

  private final Optional<Waiters> threads;
  private final Optional<SelectPlan> selecting;
  private final Snapshot.Source source;
  private Map<Endpoint.Key, Long> last = new HashMap<>();

  Users(Optional<Waiters> threads, Optional<SelectPlan> selecting, Snapshot.Source source) {
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
      return join(sockets, threads.get().read());
    } catch (IOException e) {
      // Threads that cannot be read now do not hide the sockets.
      return Map.of();
    }
  }

  private Map<Endpoint.Key, Waiter> join(List<Endpoint> sockets, List<Waiter> all) {
    var sleeping = new HashMap<Long, Waiter>();
    var living = new HashMap<Long, Waiter>();
    all.forEach(
        waiter -> {
          living.put(waiter.id(), waiter);
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
    var kept = new HashMap<Endpoint.Key, Long>();
    for (var socket : sockets) {
      user(socket, sleeping, numbered)
          .or(() -> Optional.ofNullable(last.get(socket.key())).map(living::get))
          .ifPresent(
              user -> {
                users.put(socket.key(), user);
                kept.put(socket.key(), user.id());
              });
    }
    last = kept;
    return users;
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
