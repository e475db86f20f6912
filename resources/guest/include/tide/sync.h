// SPDX-License-Identifier: Apache-2.0
// What threads wait for. Each kind starts with a wait_queue, so that one look at
// thread->waits_on tells what it is, what it is called and who holds it.
#ifndef TIDE_SYNC_H
#define TIDE_SYNC_H

#include <tide/base.h>
#include <tide/list.h>

enum wait_kind { WAIT_MUTEX = 1, WAIT_SEMAPHORE, WAIT_MAILBOX, WAIT_DEVICE };

struct thread;

struct wait_queue {
    uint32_t kind;                /* enum wait_kind */
    char name[20];
    struct thread *owner;         /* of a mutex; else NULL */
    struct list waiters;          /* of struct thread.queue, first come first */
};

struct mutex {
    struct wait_queue wait;
};

struct semaphore {
    struct wait_queue wait;
    int64_t count;
};

#define FOREVER UINT64_MAX

void wait_queue_init(struct wait_queue *queue, enum wait_kind kind, const char *name);
/* Both with interrupts off. wait_on returns false when `ns` ran out. */
bool wait_on(struct wait_queue *queue, uint64_t ns);
bool wake_one(struct wait_queue *queue);

void mutex_init(struct mutex *mutex, const char *name);
void mutex_lock(struct mutex *mutex);
void mutex_unlock(struct mutex *mutex);

void semaphore_init(struct semaphore *semaphore, const char *name, int64_t count);
/* Also from interrupt handlers. */
void semaphore_signal(struct semaphore *semaphore);
bool semaphore_wait(struct semaphore *semaphore, uint64_t ns);

const char *wait_kind_name(uint32_t kind);

#endif
