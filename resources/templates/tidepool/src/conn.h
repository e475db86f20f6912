// SPDX-License-Identifier: Apache-2.0
// One client's connection: what it sent so far, and ways to answer.
#ifndef CONN_H
#define CONN_H

#include <tide/base.h>

#define CONN_INPUT 8192

struct conn {
    int fd;
    char peer[24];         /* "10.0.2.2:51544" */
    size_t have;           /* bytes in input */
    char input[CONN_INPUT];
};

enum conn_event { CONN_DATA, CONN_CLOSED, CONN_QUIET };

/* Takes over an accepted socket. */
void conn_open(struct conn *c, int fd);
/* Waits a short moment for more input; CONN_QUIET: none came. */
enum conn_event conn_fill(struct conn *c);
/* Drops the first bytes of the input. */
void conn_consume(struct conn *c, size_t length);
/* False: the client is gone or takes nothing. */
bool conn_write(struct conn *c, const void *data, size_t length);
/* linger: the client may still be sending; let it read our answer before the end. */
void conn_close(struct conn *c, bool linger);

/* Closes a socket that no memory is left for. */
void conn_refuse(int fd);

/* How long conn_fill waits. */
#define CONN_MOMENT_MS 50

#endif
