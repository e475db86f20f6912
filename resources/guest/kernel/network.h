// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_NETWORK_H
#define TIDE_NETWORK_H

#include <tide/out.h>

/* Starts lwIP, with the card if there is one. */
void network_start(void);
/* Listeners and connections as JSON, and as a table. */
void write_sockets(struct out *out);
/* The same of the stack's fixed pools. */
void write_pools(struct out *out);
void list_sockets(struct out *out);

#endif
