// SPDX-License-Identifier: Apache-2.0
#include "stack.h"

#include <string.h>
#include <tide/heap.h>
#include <tide/thread.h>

#include "paging.h"
#include "x86.h"

static uint64_t taken[STACK_SLOTS / 64];
static uint8_t *pages_of[STACK_SLOTS]; /* the memory behind each slot */

static int take_slot(void)
{
    uint64_t flags = irq_save();
    int slot = -1;

    for (unsigned i = 0; i < COUNT_OF(taken) && slot < 0; i++)
        if (~taken[i] != 0) {
            int bit = __builtin_ctzll(~taken[i]);
            taken[i] |= 1ull << bit;
            slot = (int)(i * 64) + bit;
        }
    irq_restore(flags);
    return slot;
}

static void release_slot(unsigned slot)
{
    uint64_t flags = irq_save();
    pages_of[slot] = NULL;
    taken[slot / 64] &= ~(1ull << slot % 64);
    irq_restore(flags);
}

uint64_t stack_alloc(size_t size)
{
    size = ROUND_UP(size, PAGE_SIZE);
    if (size == 0 || size > STACK_SLOT - PAGE_SIZE)
        return 0;
    int slot = take_slot();
    if (slot < 0)
        return 0;
    uint8_t *pages = heap_alloc_aligned(PAGE_SIZE, size);
    if (pages == NULL) {
        release_slot((unsigned)slot);
        return 0;
    }
    pages_of[slot] = pages;
    memset(pages, STACK_PAINT, size);
    uint64_t base = STACKS_BASE + (uint64_t)slot * STACK_SLOT + PAGE_SIZE;
    for (size_t at = 0; at < size; at += PAGE_SIZE)
        if (!page_map(base + at, (uint64_t)pages + at, PAGE_PRESENT | PAGE_WRITE | PAGE_NX)) {
            stack_free(base, at);
            return 0;
        }
    return base;
}

void stack_free(uint64_t base, size_t size)
{
    unsigned slot = (unsigned)((base - STACKS_BASE) / STACK_SLOT);

    for (size_t at = 0; at < size; at += PAGE_SIZE)
        page_unmap(base + at);
    heap_free(pages_of[slot]);
    release_slot(slot);
}

bool stack_is_guard(uint64_t address)
{
    extern char boot_stack_guard[];

    if (address - (uint64_t)boot_stack_guard < PAGE_SIZE)
        return true;
    return address >= STACKS_BASE && address < STACKS_BASE + STACK_SLOTS * STACK_SLOT &&
           (address - STACKS_BASE) % STACK_SLOT < PAGE_SIZE;
}
