// SPDX-License-Identifier: Apache-2.0
// The scheduler's inner side. All of it is called with interrupts off.
#ifndef TIDE_SCHEDULE_H
#define TIDE_SCHEDULE_H

#include <tide/thread.h>

/* Makes the running code the idle thread. */
void schedule_init(void);
void schedule_add(struct thread *thread);
/* Gives the CPU away until somebody makes this thread ready again (or, ready, its turn comes). */
void schedule(void);
/* The current thread leaves the CPU for `state`, at the latest until wake_at (0: no limit). */
void schedule_block(enum thread_state state, uint64_t wake_at);
void schedule_wake(struct thread *thread);
void schedule_timer(void);
void schedule_if_needed(void);
/* The idle thread's life. */
void schedule_idle(void) NORETURN;

/* Frees what exited threads leave. */
void thread_reap(void);

void context_switch(uint64_t *save_sp, uint64_t load_sp);

#endif
