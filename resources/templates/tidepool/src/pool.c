// SPDX-License-Identifier: Apache-2.0
#include "pool.h"

#include <tide/print.h>
#include <tide/sync.h>
#include <tide/thread.h>

#define QUEUE 8u
#define JAM (-1) /* in place of a connection: the order to keep the lock */

static struct {
    struct mutex lock;
    struct semaphore slots; /* free places in the queue */
    struct semaphore jobs;  /* connections in it */
    struct semaphore clear; /* ends the jam */
    bool jammed;
    int queue[QUEUE];
    uint32_t head;          /* next to fill */
    uint32_t tail;          /* next to take */
    void (*serve)(int fd);
} pool;

static int pool_get(void)
{
    semaphore_wait(&pool.jobs, FOREVER);
    mutex_lock(&pool.lock);
    int fd = pool.queue[pool.tail++ % QUEUE];
    mutex_unlock(&pool.lock);
    semaphore_signal(&pool.slots);
    return fd;
}

void pool_put(int fd)
{
    semaphore_wait(&pool.slots, FOREVER);
    mutex_lock(&pool.lock);
    pool.queue[pool.head++ % QUEUE] = fd;
    mutex_unlock(&pool.lock);
    semaphore_signal(&pool.jobs);
}

bool pool_is_busy(void)
{
    return pool.head != pool.tail;
}

bool pool_jam(void)
{
    if (pool.jammed)
        return false;
    pool.jammed = true;
    pool_put(JAM);
    return true;
}

void pool_clear(void)
{
    if (!pool.jammed)
        return;
    pool.jammed = false;
    semaphore_signal(&pool.clear);
}

__attribute__((noinline)) static void keep_lock(void)
{
    mutex_lock(&pool.lock);
    semaphore_wait(&pool.clear, FOREVER);
    mutex_unlock(&pool.lock);
}

static void worker_main(void *arg)
{
    (void)arg;
    for (;;) {
        int fd = pool_get();
        if (fd == JAM)
            keep_lock();
        else
            pool.serve(fd);
    }
}

bool pool_start(unsigned workers, void (*serve)(int fd))
{
    mutex_init(&pool.lock, "pool.lock");
    semaphore_init(&pool.slots, "pool.slots", QUEUE);
    semaphore_init(&pool.jobs, "pool.jobs", 0);
    semaphore_init(&pool.clear, "pool.clear", 0);
    pool.serve = serve;
    for (unsigned i = 0; i < workers; i++) {
        char name[THREAD_NAME];
        snprintf(name, sizeof(name), "worker-%u", i);
        if (thread_start(name, PRIORITY_NORMAL, STACK_DEFAULT, worker_main, NULL) == NULL)
            return false;
    }
    return true;
}
