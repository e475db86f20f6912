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

/* Takes the one at a place out of the list. */
static int take(unsigned i)
{
    int fd = idle[i].fd;

    idle[i] = idle[--count];
    return fd;
}

/* One that said nothing for too long, or -1. */
static int take_silent(const fd_set *ready)
{
    int fd = -1;

    mutex_lock(&lock);
    for (unsigned i = 0; i < count && fd < 0; i++)
        if (!FD_ISSET(idle[i].fd, ready) && clock_ns() - idle[i].since > SILENT_TOO_LONG)
            fd = take(i);
    mutex_unlock(&lock);
    return fd;
}

/* One that has something to say, or -1. Each once: who comes back meanwhile is asked again. */
static int take_ready(fd_set *ready)
{
    int fd = -1;

    mutex_lock(&lock);
    for (unsigned i = 0; i < count && fd < 0; i++)
        if (FD_ISSET(idle[i].fd, ready))
            fd = take(i);
    mutex_unlock(&lock);
    if (fd >= 0)
        FD_CLR(fd, ready);
    return fd;
}

void idle_wake(fd_set *ready)
{
    int fd;

    /* First, as the pool may be full for long: a request that comes meanwhile is none too late. */
    while ((fd = take_silent(ready)) >= 0)
        lwip_close(fd);
    while ((fd = take_ready(ready)) >= 0)
        pool_put(fd);
}
