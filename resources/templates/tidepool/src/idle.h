// SPDX-License-Identifier: Apache-2.0
// Connections that nothing was asked on for a while, watched by the accept loop so that
// they keep no worker from others.
#ifndef IDLE_H
#define IDLE_H

#include <lwip/sockets.h>
#include <tide/base.h>

void idle_start(void);
/* Hands a socket over; it comes back to a worker when its client sends something. */
void idle_put(int fd);
/* Adds the sockets to a set; returns the highest of them, or `highest`. */
int idle_watch(fd_set *set, int highest);
/* Gives those in the set to the workers, taking them out of it, and closes those that were silent too long. */
void idle_wake(fd_set *ready);
bool idle_any(void);

#endif
