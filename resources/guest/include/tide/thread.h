// SPDX-License-Identifier: Apache-2.0
// Named, preemptive threads on one CPU.
#ifndef TIDE_THREAD_H
#define TIDE_THREAD_H

#include <tide/base.h>
#include <tide/list.h>

enum thread_state {
    THREAD_READY = 1,
    THREAD_RUNNING,
    THREAD_BLOCKED,  /* waits for waits_on, perhaps until wake_at */
    THREAD_SLEEPING, /* waits for wake_at only */
    THREAD_EXITED,   /* its stack is about to be freed */
};

enum thread_priority { PRIORITY_IDLE, PRIORITY_NORMAL, PRIORITY_SYSTEM, PRIORITIES };

#define THREAD_NAME 32
#define THREAD_MAGIC 0x64616572u /* "read" */

struct wait_queue;

/* A switched-out thread's stack holds, from sp upwards: r15 r14 r13 r12 rbx rbp rip. */
struct thread {
    struct list all;              /* in tide_threads */
    struct list queue;            /* in a run queue or in waits_on->waiters */
    struct list timed;            /* in the list of sleepers, by wake_at */
    uint32_t magic;
    uint32_t id;
    uint32_t state;               /* enum thread_state */
    uint32_t priority;            /* enum thread_priority */
    char name[THREAD_NAME];
    uint64_t sp;                  /* valid while the thread is not running */
    uint64_t stack_base;          /* lowest usable byte; the page below is the guard */
    uint64_t stack_size;
    uint64_t run_ns;              /* CPU time up to last_in */
    uint64_t last_in;             /* when it was last given the CPU */
    uint64_t switches;            /* how often it was given the CPU */
    uint64_t started_at;
    uint64_t wake_at;             /* 0: no deadline */
    uint64_t blocked_at;
    struct wait_queue *waits_on;  /* NULL: on nothing */
    void (*entry)(void *);
    void *arg;
    uint32_t timed_out;           /* why the last wait ended */
    int error;                    /* errno */
};

extern struct list tide_threads;     /* of struct thread.all */
extern struct thread *tide_current;
extern uint64_t tide_switches;       /* context switches of all threads */

#define STACK_DEFAULT KIB(16)
#define STACK_PAINT 0xa5 /* every byte of a stack that was not used yet */

/* NULL when memory or stack slots are short. The name is copied and cut to fit. */
struct thread *thread_start(const char *name, enum thread_priority priority, size_t stack_size,
                            void (*entry)(void *), void *arg);
void thread_exit(void) NORETURN;
void thread_yield(void);
void thread_sleep(uint64_t ns);

/* CPU time including the slice that is running now. */
uint64_t thread_run_ns(const struct thread *thread);
/* Deepest use of its stack so far, found by the paint that is left. */
size_t thread_stack_peak(const struct thread *thread);
const char *thread_state_name(uint32_t state);

/* Keeps the CPU's other threads (not interrupts) away; nests. */
void preempt_disable(void);
void preempt_enable(void);

#endif
