// SPDX-License-Identifier: Apache-2.0
// The workers, and the queue of connections that wait for one.
#ifndef POOL_H
#define POOL_H

#include <tide/base.h>

/* Starts workers; each calls serve() with a socket that pool_put brought. */
bool pool_start(unsigned workers, void (*serve)(int fd));
/* Waits while the queue is full. */
void pool_put(int fd);
/* Has a worker take the queue's lock and keep it until pool_clear(): whoever brings a
 * connection then waits for that worker. False: one does so already. */
bool pool_jam(void);
void pool_clear(void);
/* True while connections wait: whoever idles on one should let go of it. */
bool pool_is_busy(void);

#endif
