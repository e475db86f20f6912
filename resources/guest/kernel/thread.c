// SPDX-License-Identifier: Apache-2.0
#include <tide/thread.h>

#include <errno.h>
#include <string.h>
#include <tide/changes.h>
#include <tide/clock.h>
#include <tide/heap.h>
#include <tide/print.h>

#include "schedule.h"
#include "stack.h"
#include "x86.h"

static uint32_t last_id;
static struct list exited = LIST_INIT(exited); /* of struct thread.queue */

void thread_trampoline(void);

/* switch.S comes here with the thread's first breath. */
void thread_begin(struct thread *self)
{
    __asm__ volatile("sti");
    self->entry(self->arg);
    thread_exit();
}

/* As context_switch leaves it: r15 r14 r13 r12 rbx rbp rip, and a zero that ends walks. */
static uint64_t first_frame(struct thread *thread, uint64_t top)
{
    uint64_t *sp = (uint64_t *)top;

    *--sp = 0;
    *--sp = 0;
    *--sp = (uint64_t)thread_trampoline;
    *--sp = 0;                /* rbp */
    *--sp = (uint64_t)thread; /* rbx */
    for (int i = 0; i < 4; i++)
        *--sp = 0;
    return (uint64_t)sp;
}

struct thread *thread_start(const char *name, enum thread_priority priority, size_t stack_size,
                            void (*entry)(void *), void *arg)
{
    thread_reap();
    struct thread *thread = heap_zalloc(sizeof(*thread));
    if (thread == NULL)
        return NULL;
    stack_size = ROUND_UP(stack_size, PAGE_SIZE);
    thread->stack_base = stack_alloc(stack_size);
    if (thread->stack_base == 0) {
        heap_free(thread);
        return NULL;
    }
    thread->magic = THREAD_MAGIC;
    thread->priority = priority;
    thread->stack_size = stack_size;
    thread->entry = entry;
    thread->arg = arg;
    thread->started_at = clock_ns();
    snprintf(thread->name, sizeof(thread->name), "%s", name);
    thread->sp = first_frame(thread, thread->stack_base + stack_size);
    list_init(&thread->queue);
    list_init(&thread->timed);

    uint64_t flags = irq_save();
    thread->id = ++last_id;
    list_insert(&tide_threads, &thread->all);
    note_change(CHANGE_THREAD_START, thread->id, thread->name);
    schedule_add(thread);
    schedule_if_needed();
    irq_restore(flags);
    return thread;
}

void thread_exit(void)
{
    struct thread *self = tide_current;

    irq_save();
    note_change(CHANGE_THREAD_EXIT, self->id, self->name);
    self->state = THREAD_EXITED;
    list_insert(&exited, &self->queue);
    schedule();
    __builtin_unreachable();
}

void thread_reap(void)
{
    for (;;) {
        uint64_t flags = irq_save();
        struct thread *thread = NULL;
        if (!list_empty(&exited)) {
            thread = LIST_ENTRY(exited.next, struct thread, queue);
            list_remove(&thread->queue);
            list_remove(&thread->all);
        }
        irq_restore(flags);
        if (thread == NULL)
            return;
        stack_free(thread->stack_base, thread->stack_size);
        thread->magic = 0;
        heap_free(thread);
    }
}

uint64_t thread_run_ns(const struct thread *thread)
{
    uint64_t flags = irq_save();
    uint64_t ns = thread->run_ns;
    if (thread == tide_current)
        ns += clock_ns() - thread->last_in;
    irq_restore(flags);
    return ns;
}

size_t thread_stack_peak(const struct thread *thread)
{
    const uint64_t paint = 0x0101010101010101u * (uint64_t)STACK_PAINT;
    const uint64_t *at = (const uint64_t *)thread->stack_base;
    const uint64_t *top = (const uint64_t *)(thread->stack_base + thread->stack_size);

    while (at < top && *at == paint)
        at++;
    return (size_t)((const char *)top - (const char *)at);
}

const char *thread_state_name(uint32_t state)
{
    static const char *const names[] = {"?", "ready", "running", "blocked", "sleeping", "exited"};

    return names[state < COUNT_OF(names) ? state : 0];
}

int *tide_errno(void)
{
    return &tide_current->error;
}
