// SPDX-License-Identifier: Apache-2.0
// Four levels of 4 KiB tables (Intel SDM vol. 3, 4.5). No page is both writable and
// executable; page 0 and everything that is not RAM, device or table is absent.
#include "paging.h"

#include <string.h>
#include <tide/heap.h>
#include <tide/panic.h>

#include "memory.h"
#include "x86.h"

#define LARGE_SIZE MIB(2)
#define ADDRESS_MASK 0x000ffffffffff000ull

extern uint64_t tide_pml4[512];
extern char boot_stack_guard[];

static uint64_t *new_table(void)
{
    uint64_t *table = heap_alloc_aligned(PAGE_SIZE, PAGE_SIZE);

    return table ? memset(table, 0, PAGE_SIZE) : NULL;
}

static unsigned index_at(uint64_t virtual, int level)
{
    return virtual >> (12 + 9 * level) & 511;
}

/* The entry for an address at a level (0: 4 KiB, 1: 2 MiB); NULL if a table on the way is
 * absent and not to be made, or there is no memory for it. */
static uint64_t *find_entry(uint64_t *root, uint64_t virtual, int level, bool make)
{
    uint64_t *table = root;

    for (int l = 3; l > level; l--) {
        uint64_t *entry = &table[index_at(virtual, l)];
        if (!(*entry & PAGE_PRESENT)) {
            uint64_t *made = make ? new_table() : NULL;
            if (made == NULL)
                return NULL;
            *entry = (uint64_t)made | PAGE_PRESENT | PAGE_WRITE;
        } else if (*entry & PAGE_LARGE) {
            return entry; /* covered by a large page: the caller must look */
        }
        table = (uint64_t *)(*entry & ADDRESS_MASK);
    }
    return &table[index_at(virtual, level)];
}

/* Where doing without is not possible. */
static uint64_t *entry_at(uint64_t *root, uint64_t virtual, int level)
{
    uint64_t *entry = find_entry(root, virtual, level, true);

    if (entry == NULL)
        panic("no memory for a page table");
    return entry;
}

static void map_range(uint64_t *root, uint64_t start, uint64_t end, uint64_t flags)
{
    while (start < end) {
        if (start % LARGE_SIZE == 0 && end - start >= LARGE_SIZE) {
            *entry_at(root, start, 1) = start | flags | PAGE_LARGE;
            start += LARGE_SIZE;
        } else {
            *entry_at(root, start, 0) = start | flags;
            start += PAGE_SIZE;
        }
    }
}

static void map_image(uint64_t *root)
{
    uint64_t text = (uint64_t)tide_text_start, rodata = (uint64_t)tide_rodata_start;
    uint64_t data = (uint64_t)tide_data_start, end = (uint64_t)tide_image_end;

    /* By 4 KiB, also where a whole 2 MiB would fit: the image stays easy to read from outside. */
    for (uint64_t at = text; at < end; at += PAGE_SIZE) {
        uint64_t flags = at < rodata ? PAGE_PRESENT
                         : at < data ? PAGE_PRESENT | PAGE_NX
                                     : PAGE_PRESENT | PAGE_WRITE | PAGE_NX;
        *entry_at(root, at, 0) = at | flags;
    }
}

void paging_init(void)
{
    uint64_t *root = new_table();

    if (root == NULL)
        panic("no memory for the page map");
    map_image(root);
    for (uint32_t i = 0; i < tide_memory_count; i++) {
        uint64_t start = tide_memory[i].start, end = tide_memory[i].end;
        if (start < (uint64_t)tide_image_end && end > (uint64_t)tide_image_start)
            start = (uint64_t)tide_image_end;
        map_range(root, start, end, PAGE_PRESENT | PAGE_WRITE | PAGE_NX);
    }
    *entry_at(root, (uint64_t)boot_stack_guard, 0) = 0;

    memcpy(tide_pml4, root, PAGE_SIZE);
    heap_free(root);
    write_cr3((uint64_t)tide_pml4);
}

bool page_map(uint64_t virtual, uint64_t physical, uint64_t flags)
{
    uint64_t irq = irq_save(); /* two threads must not make the same table */
    uint64_t *entry = find_entry(tide_pml4, virtual, 0, true);

    if (entry != NULL)
        *entry = physical | flags;
    flush_page(virtual);
    irq_restore(irq);
    return entry != NULL;
}

void page_unmap(uint64_t virtual)
{
    uint64_t irq = irq_save();
    uint64_t *entry = find_entry(tide_pml4, virtual, 0, false);

    if (entry != NULL)
        *entry = 0;
    flush_page(virtual);
    irq_restore(irq);
}

static void map_one_to_one(uint64_t physical, uint64_t size, uint64_t flags)
{
    uint64_t end = ROUND_UP(physical + size, PAGE_SIZE);

    for (uint64_t at = ROUND_DOWN(physical, PAGE_SIZE); at < end; at += PAGE_SIZE) {
        uint64_t *entry = entry_at(tide_pml4, at, 0);
        if (!(*entry & PAGE_PRESENT)) {
            *entry = at | flags;
            flush_page(at);
        }
    }
}

volatile void *mmio_map(uint64_t physical, uint64_t size)
{
    map_one_to_one(physical, size, PAGE_PRESENT | PAGE_WRITE | PAGE_UNCACHED | PAGE_THROUGH | PAGE_NX);
    return (volatile void *)physical;
}

const void *firmware_map(uint64_t physical, uint64_t size)
{
    map_one_to_one(physical, size, PAGE_PRESENT | PAGE_NX);
    return (const void *)physical;
}
