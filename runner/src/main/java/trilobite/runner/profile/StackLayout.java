// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a network stack's records of sockets mean. A stack is described apart from the kernel that
/// it is built into, and is combined with whichever kernel's profile fits.
///
/// @param lock paths from a variable to the mutex that is held while lists change; none where there
///   is none
/// @param handles what applications hold of sockets, by the name that those name
/// @param selecting threads that wait for several sockets at once
public record StackLayout(
    String name,
    String title,
    List<Container> containers,
    List<String> lock,
    List<Sockets> sockets,
    Map<String, Handle> handles,
    Optional<Selecting> selecting,
    List<Counter> counters) {

  /// A number. Builds differ, so there may be several paths, of which the first that a build has
  /// counts; none at all says that the stack keeps no such thing.
  ///
  /// @param network true where its bytes stand in network order
  /// @param shift bits to the right that are no part of it, as in a tagged integer
  /// @param mask bits that count, before the shift
  public record Num(List<String> paths, boolean network, int shift, long mask) {
    public static final Num NONE = new Num(List.of(), false, 0, -1);
  }

  /// An address: its bytes, whose number tells the family. Of several places the first that a build
  /// has counts.
  public record Address(List<Place> places) {
    public static final Address NONE = new Address(List.of());
  }

  /// Where an address lies.
  ///
  /// @param tag path to the number that tells which of `at` it is; empty where there is one only
  /// @param at path by tag; with the tag `""` where there is one only
  public record Place(String tag, Map<String, String> at) {}

  /// Bytes that wait in a queue, in one of three ways to tell.
  ///
  /// @param bytes their number
  /// @param room bytes that still fit; the most that was ever seen stands for an empty queue
  /// @param from sequence number of the first that waits
  /// @param to and of the first behind the last
  /// @param phantom states in which one sequence number stands for no byte
  /// @param limit the most that may wait
  public record Queue(Num bytes, Num room, Num from, Num to, Set<String> phantom, Num limit) {
    public static final Queue NONE =
        new Queue(Num.NONE, Num.NONE, Num.NONE, Num.NONE, Set.of(), Num.NONE);
  }

  /// What a record is.
  public enum Role {
    LISTENER,
    CONNECTION,
    /// Either: those in a state of `listening` are listeners.
    BOTH
  }

  /// A number's test: some of `bits` set, or less than `below`, or nothing where `none` is asked
  /// for.
  ///
  /// @param path empty for the number of the socket's handle
  /// @param needs path from a listener's record that a build must have for this to mean anything
  /// @param states in which it means anything; none for all
  public record Test(
      String path, long bits, long below, boolean none, String needs, Set<String> states) {}

  /// What must stand in a record that is meant.
  ///
  /// @param bits of the number that count; −1 for all of them
  public record Only(String path, long bits, long value) {}

  /// The records in one container.
  ///
  /// @param only what must stand in a record that is meant; others in the container are passed over
  /// @param names the profile's word for each state
  /// @param type the enum whose constants `names` speaks of
  /// @param quiet states in which queues are empty whatever stands in the record
  /// @param fixed the state where the record has none
  /// @param waiting tests of which one says that no thread has accepted the connection yet
  /// @param listener path to a pointer to the record of its listener
  /// @param handle name of what an application holds of it; empty for nothing
  public record Sockets(
      String container,
      String protocol,
      Role role,
      List<Only> only,
      String state,
      String type,
      Map<String, String> names,
      Set<String> listening,
      Set<String> quiet,
      String fixed,
      Address local,
      Num localPort,
      Address remote,
      Num remotePort,
      Queue receive,
      Queue send,
      Num retransmits,
      Num backlog,
      Num backlogLimit,
      List<Test> waiting,
      Num listener,
      String handle) {}

  /// What the application holds of a socket: lwIP's netconn, BSD's struct socket.
  ///
  /// @param path from a socket's record to the pointer to it
  /// @param back path in it to the pointer that must lead back to the record
  /// @param number the socket's, by which threads select; negative until it was accepted
  /// @param accepting path to the mailbox of accepted connections, or of datagrams that came
  /// @param bytes that wait in it; most stacks do not count them
  /// @param limit most of those
  /// @param mailboxes paths to mailboxes that threads wait on
  /// @param semaphores and to semaphores
  /// @param places and to anything whose address is what is waited on
  public record Handle(
      String path,
      String type,
      String back,
      Num number,
      String accepting,
      Num bytes,
      Num limit,
      List<String> mailboxes,
      List<String> semaphores,
      List<String> places) {}

  /// Records of threads that wait for several sockets.
  ///
  /// @param semaphore path to what such a thread waits on
  /// @param sets paths to arrays of bits, one for each socket's number
  public record Selecting(String container, String semaphore, List<String> sets) {}

  /// A figure of the stack's own statistics.
  ///
  /// @param path from a variable
  /// @param about what it counts
  public record Counter(String name, String path, String about) {}
}
