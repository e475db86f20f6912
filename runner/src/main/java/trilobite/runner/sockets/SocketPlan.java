// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.runner.kernel.ContainerPlan;
import trilobite.runner.profile.StackLayout;
import trilobite.runner.threads.Copy;
import trilobite.runner.threads.Names;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;

/// Where one build keeps one list of its sockets, and what their records say.
///
/// @param start the container's begin as the profile spells it, for messages
record SocketPlan(
    StackLayout.Sockets told,
    String start,
    ContainerPlan list,
    List<Must> only,
    Optional<State> state,
    Optional<HostAt> local,
    Optional<Figure> localPort,
    Optional<HostAt> remote,
    Optional<Figure> remotePort,
    QueueAt receive,
    QueueAt send,
    Optional<Figure> retransmits,
    Optional<Figure> backlog,
    Optional<Figure> backlogLimit,
    List<Test> waiting,
    Optional<Figure> listener,
    Optional<NumberAt> handle) {

  record Must(NumberAt at, long bits, long value) {}

  record State(NumberAt at, Names names) {}

  /// @param at empty for the number of the handle
  record Test(Optional<NumberAt> at, StackLayout.Test told) {
    boolean speaksOf(String state) {
      return told.states().isEmpty() || told.states().contains(state);
    }

    boolean holds(long value) {
      return (value & told.bits()) != 0 || value < told.below() || (told.none() && value == 0);
    }
  }

  /// @param in the records' type
  /// @param listening a listener's type, which some tests need something of
  /// @param handlePath to what an application holds of the socket; empty for nothing
  /// @throws PathException where not even what tells sockets apart is there
  static SocketPlan of(
      Members in,
      StackLayout.Sockets told,
      String start,
      ContainerPlan list,
      Optional<Members> listening,
      String handlePath)
      throws PathException {
    var types = in.program().types();
    var only = new ArrayList<Must>();
    for (var must : told.only()) {
      only.add(new Must(NumberAt.of(types, in.route(must.path())), must.bits(), must.value()));
    }
    var counted = told.protocol().equals("vsock");
    return new SocketPlan(
        told,
        start,
        list,
        List.copyOf(only),
        state(in, told),
        HostAt.of(in, "local address", told.local(), counted),
        in.number("local port", told.localPort()),
        HostAt.of(in, "remote address", told.remote(), counted),
        in.number("remote port", told.remotePort()),
        QueueAt.of(in, "receive queue", told.receive()),
        QueueAt.of(in, "send queue", told.send()),
        in.number("count of retransmissions", told.retransmits()),
        in.number("backlog", told.backlog()),
        in.number("limit of the backlog", told.backlogLimit()),
        tests(in, told, listening),
        in.number("way to the listener", told.listener()),
        !handlePath.isEmpty() && in.has(handlePath)
            ? Optional.of(NumberAt.of(types, in.route(handlePath)))
            : Optional.empty());
  }

  private static Optional<State> state(Members in, StackLayout.Sockets told) throws PathException {
    if (told.state().isEmpty()) {
      return Optional.empty();
    }
    var at = NumberAt.of(in.program().types(), in.route(told.state()));
    return Optional.of(new State(at, Names.of(in.program(), told.type(), told.names(), false)));
  }

  /// The first test that the build can make: they are several ways to tell the same.
  private static List<Test> tests(Members in, StackLayout.Sockets told, Optional<Members> listening)
      throws PathException {
    for (var test : told.waiting()) {
      var needed = test.needs().isEmpty() || listening.filter(l -> l.has(test.needs())).isPresent();
      if (needed && (test.path().isEmpty() || in.has(test.path()))) {
        return List.of(
            new Test(
                test.path().isEmpty()
                    ? Optional.empty()
                    : Optional.of(NumberAt.of(in.program().types(), in.route(test.path()))),
                test));
      }
    }
    return List.of();
  }

  /// False for what lies in the container and is no such socket.
  boolean meant(Copy record) throws IOException {
    for (var must : only) {
      if ((record.number(must.at()) & must.bits()) != must.value()) {
        return false;
      }
    }
    return true;
  }

  String state(Copy record) throws IOException {
    return state.isPresent()
        ? state.get().names().of(record.number(state.get().at()))
        : told.fixed();
  }

  boolean listens(String state) {
    return switch (told.role()) {
      case LISTENER -> true;
      case CONNECTION -> false;
      case BOTH -> told.listening().contains(state);
    };
  }
}
