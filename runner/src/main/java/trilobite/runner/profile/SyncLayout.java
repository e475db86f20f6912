// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.Optional;

/// What a kernel makes of the mailboxes, semaphores and mutexes that a network stack asks it for.
/// Paths start at the stack's variable of that type; an empty one says that it keeps no such thing.
///
/// @param mailboxWaiters path to what a thread that reads a mailbox waits on
/// @param posted path to the count of messages ever posted
/// @param taken and of those taken out
/// @param room path to the number that fits
/// @param semaphoreWaiters path to what a thread waits on
/// @param spare places of a mailbox that always stay empty
/// @param queue how a thread is found from what it waits on, where its own record does not say so
/// @param mutexOwner path to the pointer to the thread that holds a mutex; null for none
public record SyncLayout(
    String mailboxWaiters,
    String posted,
    String taken,
    String room,
    String semaphoreWaiters,
    String mutexOwner,
    long spare,
    Optional<Queue> queue) {

  /// A list of those that wait.
  ///
  /// @param type of what threads wait on
  /// @param first path in it to the pointer to the first entry
  /// @param entry type of an entry
  /// @param next path in an entry to the pointer to the next one; null for none
  /// @param thread path in an entry to the pointer to the thread's record
  public record Queue(String type, String first, String entry, String next, String thread) {}
}
