// SPDX-License-Identifier: Apache-2.0
// Structures as lwIP 2.1.3 has them (src/include/lwip/priv/memp_priv.h, src/core/mem.c), two pools
// and the buffers' heap; the code is our own.
#include "state.h"

struct memp { struct memp *next; };
struct stats_mem { uint16_t err, avail, used, max, illegal; };
struct memp_desc { struct stats_mem *stats; uint16_t size, num; uint8_t *base; struct memp **tab; };
typedef enum { MEMP_TCP_PCB, MEMP_PBUF_POOL, MEMP_MAX } memp_t;

static uint8_t room[2][16 * 48 + 15] = {{1}};
static struct memp *tabs[2];
static struct stats_mem counts[2];
static struct memp_desc tcp = {&counts[0], 48, 16, room[0], &tabs[0]};
static struct memp_desc buffers = {&counts[1], 32, 20, room[1], &tabs[1]};
struct memp_desc *memp_pools[MEMP_MAX] = {&tcp, &buffers};

struct mem { uint16_t next, prev; uint8_t used; };
#define HEADER 8u
#define SIZE 12000u
static uint8_t ram_heap[SIZE + HEADER + 16] __attribute__((aligned(16))) = {1};
static uint8_t *ram;
static struct mem *ram_end;
struct stats_ { struct stats_mem mem; } lwip_stats;

static void *pool_take(memp_t which)
{
    struct memp *got = tabs[which];

    if (got == NULL) {
        counts[which].err++;
        return NULL;
    }
    tabs[which] = got->next;
    if (++counts[which].used > counts[which].max)
        counts[which].max = counts[which].used;
    return got;
}

static struct mem *at(unsigned place) { return (struct mem *)(ram + place); }

static void *heap_take(unsigned want)
{
    for (unsigned place = 0; place < SIZE; place = at(place)->next) {
        struct mem *block = at(place);
        if (block->used || block->next - place - HEADER < want)
            continue;
        if (block->next - place - HEADER >= want + HEADER + 16) {
            unsigned rest = place + HEADER + want;
            *at(rest) = (struct mem){block->next, (uint16_t)place, 0};
            at(block->next)->prev = (uint16_t)rest;
            block->next = (uint16_t)rest;
        }
        block->used = 1;
        lwip_stats.mem.used = (uint16_t)(lwip_stats.mem.used + block->next - place);
        if (lwip_stats.mem.used > lwip_stats.mem.max)
            lwip_stats.mem.max = lwip_stats.mem.used;
        return block;
    }
    lwip_stats.mem.err++;
    return NULL;
}

static void merge(unsigned place)
{
    struct mem *block = at(place);
    unsigned behind = block->next;

    if (behind < SIZE && !at(behind)->used) {
        block->next = at(behind)->next;
        at(block->next)->prev = (uint16_t)place;
    }
}

static void *take(uint64_t *bytes)
{
    struct mem *block;

    switch (any(3)) {
    case 0:
        *bytes = 48;
        return pool_take(MEMP_TCP_PCB);
    case 1:
        *bytes = 32;
        return pool_take(MEMP_PBUF_POOL);
    default:
        block = heap_take((unsigned)(16 + any(400)) & ~7u);
        *bytes = block ? block->next - (unsigned)((uint8_t *)block - ram) : 0;
        return block;
    }
}

static void give(void *element, uint64_t bytes)
{
    uint8_t *byte = element;

    if (byte >= ram_heap && byte < ram_heap + sizeof ram_heap) {
        struct mem *block = element;
        block->used = 0;
        lwip_stats.mem.used = (uint16_t)(lwip_stats.mem.used - bytes);
        merge((unsigned)(byte - ram));
        if (!at(block->prev)->used)
            merge(block->prev);
        return;
    }
    int which = byte >= room[1] && byte < room[1] + sizeof room[1];
    counts[which].used--;
    *(struct memp *)element = (struct memp){tabs[which]};
    tabs[which] = element;
}

static void set_up(void)
{
    for (int which = 0; which < 2; which++) {
        uint8_t *first = (uint8_t *)(((uintptr_t)room[which] + 15) & ~15ul);
        for (int i = 0; i < memp_pools[which]->num; i++) {
            struct memp *element = (struct memp *)(first + i * memp_pools[which]->size);
            element->next = tabs[which];
            tabs[which] = element;
        }
    }
    ram = ram_heap;
    ram_end = (struct mem *)(ram + SIZE);
    *at(0) = (struct mem){SIZE, 0, 0};
    *ram_end = (struct mem){SIZE, 0, 1};
}
