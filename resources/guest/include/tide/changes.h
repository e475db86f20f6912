// SPDX-License-Identifier: Apache-2.0
// A short history of what was added to and taken from the kernel's lists, so that an
// observer's view can be checked against what really happened, and when.
#ifndef TIDE_CHANGES_H
#define TIDE_CHANGES_H

#include <tide/base.h>

enum change_kind {
    CHANGE_THREAD_START = 1,
    CHANGE_THREAD_EXIT,
    CHANGE_LISTEN,
    CHANGE_CONNECTION_OPEN,  /* a SYN made a PCB */
    CHANGE_CONNECTION_CLOSE, /* the PCB was freed */
};

struct change {
    uint64_t sequence;   /* from 1; a gap means the ring overran */
    uint64_t at_ns;      /* clock_ns() */
    uint32_t kind;       /* enum change_kind */
    uint32_t id;         /* thread's id, or the connection's remote port */
    char name[32];       /* thread's name, or "address:port" */
};

#define CHANGES 512u

extern struct change tide_changes[CHANGES]; /* entry of sequence n at (n - 1) % CHANGES */
extern uint64_t tide_change_count;

void note_change(enum change_kind kind, uint32_t id, const char *name);
const char *change_kind_name(uint32_t kind);

#endif
