// SPDX-License-Identifier: Apache-2.0
#include <tide/sync.h>

#include <tide/clock.h>
#include <tide/panic.h>
#include <tide/print.h>
#include <tide/thread.h>

#include "schedule.h"
#include "x86.h"

void wait_queue_init(struct wait_queue *queue, enum wait_kind kind, const char *name)
{
    queue->kind = kind;
    queue->owner = NULL;
    snprintf(queue->name, sizeof(queue->name), "%s", name);
    list_init(&queue->waiters);
}

bool wait_on(struct wait_queue *queue, uint64_t ns)
{
    struct thread *self = tide_current;

    if (ns == 0)
        return false;
    self->waits_on = queue;
    list_insert(&queue->waiters, &self->queue);
    schedule_block(THREAD_BLOCKED, ns == FOREVER ? 0 : clock_ns() + ns);
    return !self->timed_out;
}

bool wake_one(struct wait_queue *queue)
{
    if (list_empty(&queue->waiters))
        return false;
    schedule_wake(LIST_ENTRY(queue->waiters.next, struct thread, queue));
    return true;
}

void mutex_init(struct mutex *mutex, const char *name)
{
    wait_queue_init(&mutex->wait, WAIT_MUTEX, name);
}

void mutex_lock(struct mutex *mutex)
{
    uint64_t flags = irq_save();

    if (mutex->wait.owner == tide_current)
        panic("%s locks mutex %s twice", tide_current->name, mutex->wait.name);
    while (mutex->wait.owner != NULL)
        wait_on(&mutex->wait, FOREVER);
    mutex->wait.owner = tide_current;
    irq_restore(flags);
}

void mutex_unlock(struct mutex *mutex)
{
    uint64_t flags = irq_save();

    if (mutex->wait.owner != tide_current)
        panic("%s unlocks mutex %s, which it does not hold", tide_current->name, mutex->wait.name);
    mutex->wait.owner = NULL;
    wake_one(&mutex->wait);
    schedule_if_needed();
    irq_restore(flags);
}

void semaphore_init(struct semaphore *semaphore, const char *name, int64_t count)
{
    wait_queue_init(&semaphore->wait, WAIT_SEMAPHORE, name);
    semaphore->count = count;
}

void semaphore_signal(struct semaphore *semaphore)
{
    uint64_t flags = irq_save();

    semaphore->count++;
    wake_one(&semaphore->wait);
    /* In an interrupt handler the switch waits for the handler's end: trap() looks again. */
    if (flags & 0x200)
        schedule_if_needed();
    irq_restore(flags);
}

bool semaphore_wait(struct semaphore *semaphore, uint64_t ns)
{
    uint64_t flags = irq_save();
    uint64_t until = ns == FOREVER ? 0 : clock_ns() + ns;
    bool got = true;

    while (semaphore->count <= 0) {
        uint64_t now = clock_ns();
        uint64_t left = ns == FOREVER ? FOREVER : now < until ? until - now : 0;
        if (!wait_on(&semaphore->wait, left)) {
            got = semaphore->count > 0;
            break;
        }
    }
    if (got)
        semaphore->count--;
    irq_restore(flags);
    return got;
}

const char *wait_kind_name(uint32_t kind)
{
    static const char *const names[] = {"?", "mutex", "semaphore", "mailbox", "device"};

    return names[kind < COUNT_OF(names) ? kind : 0];
}
