// SPDX-License-Identifier: Apache-2.0
// lwIP's doc/sys_arch.txt on tide's threads.
#include <lwip/sys.h>

#include <lwip/stats.h>
#include <tide/clock.h>
#include <tide/heap.h>

#include "schedule.h"
#include "x86.h"

void sys_init(void)
{
}

u32_t sys_now(void)
{
    return (u32_t)(clock_ns() / NS_PER_MS);
}

sys_prot_t sys_arch_protect(void)
{
    return irq_save();
}

void sys_arch_unprotect(sys_prot_t flags)
{
    irq_restore(flags);
}

sys_thread_t sys_thread_new(const char *name, lwip_thread_fn entry, void *arg, int stack_size, int priority)
{
    return thread_start(name, (enum thread_priority)priority, (size_t)stack_size, entry, arg);
}

err_t sys_mutex_new(sys_mutex_t *mutex)
{
    *mutex = heap_alloc(sizeof(**mutex));
    if (*mutex == NULL)
        return ERR_MEM;
    mutex_init(*mutex, "lwip.core");
    return ERR_OK;
}

void sys_mutex_free(sys_mutex_t *mutex)
{
    heap_free(*mutex);
}

void sys_mutex_lock(sys_mutex_t *mutex)
{
    mutex_lock(*mutex);
}

void sys_mutex_unlock(sys_mutex_t *mutex)
{
    mutex_unlock(*mutex);
}

err_t sys_sem_new(sys_sem_t *sem, u8_t count)
{
    *sem = heap_alloc(sizeof(**sem));
    if (*sem == NULL)
        return ERR_MEM;
    semaphore_init(*sem, "lwip.api", count);
    return ERR_OK;
}

void sys_sem_free(sys_sem_t *sem)
{
    heap_free(*sem);
    *sem = NULL;
}

void sys_sem_signal(sys_sem_t *sem)
{
    semaphore_signal(*sem);
}

/* 0 is lwIP's "no limit"; the answer is the milliseconds waited. */
u32_t sys_arch_sem_wait(sys_sem_t *sem, u32_t timeout_ms)
{
    uint64_t from = clock_ns();

    if (!semaphore_wait(*sem, timeout_ms ? timeout_ms * NS_PER_MS : FOREVER))
        return SYS_ARCH_TIMEOUT;
    return (u32_t)((clock_ns() - from) / NS_PER_MS);
}

err_t sys_mbox_new(sys_mbox_t *mbox, int size)
{
    struct mailbox *box = heap_alloc(sizeof(*box) + (size_t)size * sizeof(void *));

    if (box == NULL)
        return ERR_MEM;
    wait_queue_init(&box->filled, WAIT_MAILBOX, "lwip.mailbox");
    wait_queue_init(&box->drained, WAIT_MAILBOX, "lwip.mailbox.full");
    box->size = (uint32_t)size;
    box->head = box->tail = 0;
    *mbox = box;
    return ERR_OK;
}

void sys_mbox_free(sys_mbox_t *mbox)
{
    heap_free(*mbox);
    *mbox = NULL;
}

static bool is_full(const struct mailbox *box)
{
    return box->head - box->tail == box->size;
}

static void put(struct mailbox *box, void *message)
{
    box->messages[box->head++ % box->size] = message;
    wake_one(&box->filled);
}

void sys_mbox_post(sys_mbox_t *mbox, void *message)
{
    uint64_t flags = irq_save();

    while (is_full(*mbox))
        wait_on(&(*mbox)->drained, FOREVER);
    put(*mbox, message);
    schedule_if_needed();
    irq_restore(flags);
}

err_t sys_mbox_trypost(sys_mbox_t *mbox, void *message)
{
    uint64_t flags = irq_save();
    bool full = is_full(*mbox);

    if (!full) {
        put(*mbox, message);
        if (flags & 0x200)
            schedule_if_needed();
    }
    irq_restore(flags);
    return full ? ERR_MEM : ERR_OK;
}

err_t sys_mbox_trypost_fromisr(sys_mbox_t *mbox, void *message)
{
    return sys_mbox_trypost(mbox, message);
}

static void *take(struct mailbox *box)
{
    void *message = box->messages[box->tail++ % box->size];

    wake_one(&box->drained);
    return message;
}

u32_t sys_arch_mbox_fetch(sys_mbox_t *mbox, void **message, u32_t timeout_ms)
{
    struct mailbox *box = *mbox;
    uint64_t from = clock_ns();
    uint64_t until = from + timeout_ms * NS_PER_MS;
    uint64_t flags = irq_save();

    while (box->head == box->tail) {
        uint64_t now = clock_ns();
        uint64_t left = timeout_ms == 0 ? FOREVER : now < until ? until - now : 0;
        if (!wait_on(&box->filled, left) && box->head == box->tail) {
            irq_restore(flags);
            return SYS_ARCH_TIMEOUT;
        }
    }
    void *taken = take(box);
    irq_restore(flags);
    if (message != NULL)
        *message = taken;
    return (u32_t)((clock_ns() - from) / NS_PER_MS);
}

u32_t sys_arch_mbox_tryfetch(sys_mbox_t *mbox, void **message)
{
    uint64_t flags = irq_save();
    bool empty = (*mbox)->head == (*mbox)->tail;
    void *taken = empty ? NULL : take(*mbox);

    irq_restore(flags);
    if (empty)
        return SYS_MBOX_EMPTY;
    if (message != NULL)
        *message = taken;
    return 0;
}
