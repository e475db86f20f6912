// SPDX-License-Identifier: Apache-2.0
// The workers, and the queue of connections that wait for one.
#ifndef POOL_H
#define POOL_H

#include <tide/base.h>

/* Starts workers; each calls serve() with a socket that pool_put brought. */
bool pool_start(unsigned workers, void (*serve)(int fd));
/* Waits while the queue is full. */
void pool_put(int fd);
/* True while connections wait: whoever idles on one should let go of it. */
bool pool_is_busy(void);

#endif
