// SPDX-License-Identifier: Apache-2.0
#include "idle.h"

#include <tide/clock.h>
#include <tide/sync.h>

#include "pool.h"

#define MOST 96u
#define SILENT_TOO_LONG (10 * NS_PER_SEC)

static struct mutex lock;
static unsigned count;
static struct {
    int fd;
    uint64_t since;
} idle[MOST];

void idle_start(void)
{
    mutex_init(&lock, "idle.lock");
}

bool idle_any(void)
{
    return count > 0;
}

void idle_put(int fd)
{
    mutex_lock(&lock);
    bool room = count < MOST;
    if (room) {
        idle[count].fd = fd;
        idle[count++].since = clock_ns();
    }
    mutex_unlock(&lock);
    if (!room)
        lwip_close(fd);
}

int idle_watch(fd_set *set, int highest)
{
    mutex_lock(&lock);
    for (unsigned i = 0; i < count; i++) {
        FD_SET(idle[i].fd, set);
        highest = idle[i].fd > highest ? idle[i].fd : highest;
    }
    mutex_unlock(&lock);
    return highest;
}

/* Takes one that is ready or overdue out of the list; -1: there is none. */
static int take(const fd_set *ready, bool *overdue)
{
    int fd = -1;

    mutex_lock(&lock);
    for (unsigned i = 0; i < count && fd < 0; i++) {
        *overdue = clock_ns() - idle[i].since > SILENT_TOO_LONG;
        if (FD_ISSET(idle[i].fd, ready) || *overdue) {
            fd = idle[i].fd;
            idle[i] = idle[--count];
        }
    }
    mutex_unlock(&lock);
    return fd;
}

void idle_wake(const fd_set *ready)
{
    bool overdue;
    int fd;

    while ((fd = take(ready, &overdue)) >= 0) {
        if (overdue)
            lwip_close(fd);
        else
            pool_put(fd);
    }
}
