// SPDX-License-Identifier: Apache-2.0
// Round robin within a priority, the higher priority first, in slices; no tick: the timer
// rings for the next sleeper or for the end of a slice that somebody waits for.
#include "schedule.h"

#include <string.h>
#include <tide/clock.h>
#include <tide/sync.h>

#include "clock.h"
#include "x86.h"

#define SLICE_NS (4 * NS_PER_MS)

struct list tide_threads = LIST_INIT(tide_threads);
struct thread *tide_current;
uint64_t tide_switches;

static struct list ready[PRIORITIES] = {
    LIST_INIT(ready[PRIORITY_IDLE]),
    LIST_INIT(ready[PRIORITY_NORMAL]),
    LIST_INIT(ready[PRIORITY_SYSTEM]),
};
static struct list sleepers = LIST_INIT(sleepers); /* of struct thread.timed, soonest first */
static struct thread idle = {
    .magic = THREAD_MAGIC,
    .state = THREAD_RUNNING,
    .priority = PRIORITY_IDLE,
    .name = "idle",
    .queue = LIST_INIT(idle.queue),
    .timed = LIST_INIT(idle.timed),
};
static uint64_t alarm_at;  /* what the timer is set to; 0: not set */
static uint64_t slice_end;
static bool wanted;        /* a switch is due as soon as preemption is allowed */
static uint32_t preempt_off;

extern char boot_stack[], boot_stack_top[];

void schedule_init(void)
{
    /* Paint what start-up has not reached, as stack_alloc does for the others. */
    memset(boot_stack, STACK_PAINT, (size_t)((char *)__builtin_frame_address(0) - boot_stack) - 256);
    idle.stack_base = (uint64_t)boot_stack;
    idle.stack_size = (uint64_t)(boot_stack_top - boot_stack);
    list_insert(&tide_threads, &idle.all);
    tide_current = &idle;
}

static struct thread *best(void)
{
    for (int p = PRIORITIES - 1; p >= 0; p--)
        if (!list_empty(&ready[p]))
            return LIST_ENTRY(ready[p].next, struct thread, queue);
    return NULL;
}

/* Set the timer if it would ring too late; a ring that comes early does no harm. */
static void set_alarm(void)
{
    uint64_t at = UINT64_MAX;

    if (!list_empty(&sleepers))
        at = LIST_ENTRY(sleepers.next, struct thread, timed)->wake_at;
    if (!list_empty(&ready[tide_current->priority]) && slice_end < at)
        at = slice_end;
    if (at != UINT64_MAX && (alarm_at == 0 || at < alarm_at)) {
        alarm_at = at;
        clock_alarm(at);
    }
}

void schedule(void)
{
    struct thread *from = tide_current;
    uint64_t now = clock_ns();

    wanted = false;
    if (from->state == THREAD_RUNNING) {
        from->state = THREAD_READY;
        list_insert(&ready[from->priority], &from->queue);
    }
    struct thread *to = best(); /* never NULL: idle is always ready or running */
    list_remove(&to->queue);
    to->state = THREAD_RUNNING;
    slice_end = now + SLICE_NS;
    from->run_ns += now - from->last_in;
    to->last_in = now;
    if (to != from) {
        to->switches++;
        tide_switches++;
        tide_current = to;
        set_alarm();
        context_switch(&from->sp, to->sp);
    } else {
        set_alarm();
    }
}

void schedule_add(struct thread *thread)
{
    thread->state = THREAD_READY;
    list_insert(&ready[thread->priority], &thread->queue);
    if (thread->priority > tide_current->priority)
        wanted = true;
    else if (thread->priority == tide_current->priority)
        set_alarm();
}

static void add_sleeper(struct thread *thread)
{
    struct list *before = sleepers.next;

    while (before != &sleepers && LIST_ENTRY(before, struct thread, timed)->wake_at <= thread->wake_at)
        before = before->next;
    list_insert(before, &thread->timed);
}

void schedule_block(enum thread_state state, uint64_t wake_at)
{
    struct thread *self = tide_current;

    self->state = state;
    self->blocked_at = clock_ns();
    self->wake_at = wake_at;
    self->timed_out = false;
    if (wake_at != 0)
        add_sleeper(self);
    schedule();
}

void schedule_wake(struct thread *thread)
{
    if (thread->state != THREAD_BLOCKED && thread->state != THREAD_SLEEPING)
        return;
    list_remove(&thread->queue);
    list_remove(&thread->timed);
    thread->waits_on = NULL;
    thread->wake_at = 0;
    schedule_add(thread);
}

void schedule_timer(void)
{
    uint64_t now = clock_ns();

    alarm_at = 0;
    while (!list_empty(&sleepers)) {
        struct thread *thread = LIST_ENTRY(sleepers.next, struct thread, timed);
        if (thread->wake_at > now)
            break;
        thread->timed_out = true;
        schedule_wake(thread);
    }
    if (now >= slice_end && !list_empty(&ready[tide_current->priority]))
        wanted = true;
    set_alarm();
}

void schedule_if_needed(void)
{
    if (wanted && preempt_off == 0 && tide_current != NULL)
        schedule();
}

void schedule_idle(void)
{
    for (;;) {
        thread_reap();
        uint64_t flags = irq_save();
        if (best() != NULL)
            schedule();
        else
            irq_wait();
        irq_restore(flags);
    }
}

void preempt_disable(void)
{
    uint64_t flags = irq_save();
    preempt_off++;
    irq_restore(flags);
}

void preempt_enable(void)
{
    uint64_t flags = irq_save();
    preempt_off--;
    schedule_if_needed();
    irq_restore(flags);
}

void thread_yield(void)
{
    uint64_t flags = irq_save();
    schedule();
    irq_restore(flags);
}

void thread_sleep(uint64_t ns)
{
    uint64_t flags = irq_save();
    schedule_block(THREAD_SLEEPING, clock_ns() + ns);
    irq_restore(flags);
}
