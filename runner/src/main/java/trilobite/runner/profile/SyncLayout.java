// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

/// What a kernel makes of the mailboxes, semaphores and mutexes that a network stack asks it for.
/// Paths start at the stack's variable of that type; an empty one says that it keeps no such thing.
///
/// @param mailboxWaiters path to what a thread that reads a mailbox waits on
/// @param posted path to the count of messages ever posted
/// @param taken and of those taken out
/// @param room path to the number that fits
/// @param semaphoreWaiters path to what a thread waits on
/// @param mutexOwner path to the pointer to the thread that holds a mutex; null for none
public record SyncLayout(
    String mailboxWaiters,
    String posted,
    String taken,
    String room,
    String semaphoreWaiters,
    String mutexOwner) {}
