// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a kernel's record of a thread means. Paths start at the record; an empty one says that the
/// kernel keeps no such thing.
///
/// @param container name of the container that has the threads
/// @param expect what must stand in a record for the rest to be believed
/// @param current path from a variable to the running thread's address
/// @param vcpu paths to the number of the CPU that a running thread has; the first counts that a
///   build has and that is not [State#noCpu]
public record ThreadLayout(
    String container,
    List<Must> expect,
    String id,
    String name,
    String current,
    List<String> vcpu,
    Optional<State> state,
    Optional<Clocks> clocks,
    Optional<Stack> stack,
    Optional<Saved> saved,
    Optional<Unwind> unwind,
    Optional<Waits> waits,
    Optional<Files> files) {

  /// A number that must be there.
  public record Must(String path, long value) {}

  /// A state by number, by enum or by flags.
  ///
  /// @param type the enum whose constants `names` speaks of; empty where the member has it
  /// @param names the profile's word for each constant, or for each number
  /// @param flags true where the number is a set of bits: of the names whose bits are all set that
  ///   with the most of them counts
  /// @param cpu paths to numbers of the CPU that the thread has; it is `running` while one says so
  /// @param noCpu what such a number is while the thread has no CPU
  /// @param running words of threads that have a CPU
  /// @param gone words of threads that only wait to be removed
  public record State(
      String path,
      String type,
      Map<String, String> names,
      boolean flags,
      List<String> cpu,
      long noCpu,
      Set<String> running,
      Set<String> gone) {}

  /// CPU time.
  ///
  /// @param runTime paths to times that add up to its CPU time up to when it last lost the CPU
  /// @param perSecond units of those times in a second
  /// @param since when the running thread got it, on the kernel's clock in the same units; of
  ///   several paths the first counts that a build has and that is not 0
  /// @param turns how often it got it: without a further turn nothing of its stack changes
  public record Clocks(List<String> runTime, long perSecond, List<String> since, String turns) {}

  /// A stack that grows downwards.
  ///
  /// @param base lowest address
  /// @param pointer the saved stack pointer
  /// @param paint byte that fills what was never used; −1 for none
  public record Stack(String base, String size, String pointer, int paint) {}

  /// The words that a switched-out thread has on its stack, or in its record.
  ///
  /// @param at path to their address; empty where they stand in the record
  /// @param inside path to the words themselves, where they stand in the record
  /// @param words names of the registers, from that address on; with `rsp` among them that is the
  ///   stack pointer, else it points behind them
  /// @param instruction index of the saved instruction pointer
  /// @param frame index of the saved frame pointer; −1 where the kernel is built without
  /// @param skip functions of the scheduler, which say nothing about the thread
  public record Saved(
      String at, String inside, List<String> words, int instruction, int frame, Set<String> skip) {}

  /// Tables for unwinding that the kernel has in its memory: Linux's ORC. Without them gdb unwinds.
  ///
  /// @param addresses variable at which the addresses of code begin
  /// @param end and that at which they end
  /// @param entries variable at which the entries begin, one for each address
  /// @param entry type of an entry
  public record Unwind(String addresses, String end, String entries, String entry) {}

  /// What a thread has open. Threads of one process share it.
  ///
  /// @param shared path to a pointer to what they share
  /// @param array path to a pointer to the array of pointers to files
  /// @param count path to the length of the array
  /// @param file type of a file
  /// @param kind path in a file to a pointer that tells what kind of file it is
  /// @param sockets variable that it points at for a socket
  /// @param holds path in such a file to a pointer to the socket
  /// @param socket type of a socket
  /// @param record path in it to a pointer to the network stack's record
  /// @param back path in it to the pointer that must lead back to the file
  public record Files(
      String shared,
      String array,
      String count,
      String file,
      String kind,
      String sockets,
      String holds,
      String socket,
      String record,
      String back) {}

  /// What a thread waits for.
  ///
  /// @param on path to a pointer to the thing waited for; null for none
  /// @param type of that thing
  /// @param kind path in the thing to its kind; empty for none
  /// @param kinds enum of the kinds
  /// @param names the profile's words for them
  /// @param name path in the thing to its name
  /// @param owner path in the thing to a pointer to the thread that holds it
  /// @param since path to when the wait began, on the kernel's clock in nanoseconds
  public record Waits(
      String on,
      String type,
      String kind,
      String kinds,
      Map<String, String> names,
      String name,
      String owner,
      String since) {}
}
