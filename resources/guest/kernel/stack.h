// SPDX-License-Identifier: Apache-2.0
// Thread stacks: slots of virtual memory high up, the lowest page of each never mapped.
#ifndef TIDE_STACK_H
#define TIDE_STACK_H

#include <tide/base.h>

/* Where slots begin and how far apart they are. */
#define STACKS_BASE 0xffffff8000000000ull
#define STACK_SLOT KIB(64)
#define STACK_SLOTS 4096u

/* The lowest usable byte; 0 when memory or slots are short. */
uint64_t stack_alloc(size_t size);
void stack_free(uint64_t base, size_t size);
/* True if a fault at this address is a stack that ran into its guard page. */
bool stack_is_guard(uint64_t address);

#endif
