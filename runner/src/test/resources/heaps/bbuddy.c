// SPDX-License-Identifier: Apache-2.0
// Structures as lib/ukallocbbuddy/bbuddy.c of Unikraft 0.17.0 has them; the code is our own.
#include "state.h"

#define PAGE 4096ul
#define LEVELS 52
#define PAGES 200ul /* no power of two, so that the region ends in smaller blocks */

typedef struct chunk_head_st chunk_head_t;
struct chunk_head_st { chunk_head_t *next; chunk_head_t **pprev; unsigned int level; };
struct uk_bbpalloc_memr {
    struct uk_bbpalloc_memr *next;
    unsigned long first_page, nr_pages, mm_alloc_bitmap_size;
    unsigned long *mm_alloc_bitmap;
};
struct uk_bbpalloc {
    unsigned long nr_free_pages;
    chunk_head_t *free_head[LEVELS];
    chunk_head_t free_tail[LEVELS];
    struct uk_bbpalloc_memr *memr_head;
};
struct uk_alloc { void *(*palloc)(struct uk_alloc *, unsigned long); struct uk_alloc *next; uint8_t priv[]; };

static char memory[PAGES * PAGE] __attribute__((aligned(1ul << 20))) = {1};
static unsigned long bits[2][PAGES / 64 + 1];
static struct uk_bbpalloc_memr regions[2];
static union { struct uk_alloc head; char room[sizeof(struct uk_alloc) + sizeof(struct uk_bbpalloc)]; } allocator;
struct uk_alloc *_uk_alloc_head;

static struct uk_bbpalloc *buddy(void) { return (struct uk_bbpalloc *)allocator.head.priv; }

static void mark(char *at, unsigned level, int used)
{
    for (int r = 0; r < 2; r++) {
        struct uk_bbpalloc_memr *m = &regions[r];
        if ((unsigned long)at < m->first_page || (unsigned long)at >= m->first_page + m->nr_pages * PAGE)
            continue;
        unsigned long page = ((unsigned long)at - m->first_page) / PAGE;
        for (unsigned long i = page; i < page + (1ul << level); i++)
            if (used)
                m->mm_alloc_bitmap[i / 64] |= 1ul << i % 64;
            else
                m->mm_alloc_bitmap[i / 64] &= ~(1ul << i % 64);
    }
    buddy()->nr_free_pages += used ? -(1ul << level) : 1ul << level;
}

static void link_in(char *at, unsigned level)
{
    chunk_head_t *chunk = (chunk_head_t *)at;

    *chunk = (chunk_head_t){buddy()->free_head[level], &buddy()->free_head[level], level};
    chunk->next->pprev = &chunk->next;
    buddy()->free_head[level] = chunk;
}

void *bbuddy_palloc(struct uk_alloc *a, unsigned long level)
{
    unsigned from = (unsigned)level;

    while (from < LEVELS && buddy()->free_head[from]->next == NULL)
        from++;
    if (from == LEVELS)
        return NULL;
    chunk_head_t *chunk = buddy()->free_head[from];
    buddy()->free_head[from] = chunk->next;
    chunk->next->pprev = chunk->pprev;
    while (from > level)
        from--, link_in((char *)chunk + (PAGE << from), from);
    mark((char *)chunk, (unsigned)level, 1);
    return a ? chunk : NULL;
}

static void *take(uint64_t *bytes)
{
    unsigned long level = any(4);

    *bytes = PAGE << level;
    return _uk_alloc_head->palloc(_uk_alloc_head, level);
}

static void give(void *at, uint64_t bytes)
{
    unsigned level = (unsigned)__builtin_ctzll(bytes / PAGE);

    mark(at, level, 0);
    link_in(at, level); /* never merged: smaller blocks side by side are right, too */
}

static void region(int r, char *from, unsigned long pages)
{
    regions[r] = (struct uk_bbpalloc_memr){buddy()->memr_head, (unsigned long)from, pages, sizeof bits[r], bits[r]};
    memset(bits[r], 0xff, sizeof bits[r]); /* beyond the last page, too */
    buddy()->memr_head = &regions[r];
    for (unsigned long page = 0; page < pages;) {
        unsigned level = 0;
        while (level < 6 && ((unsigned long)(from + page * PAGE) & (PAGE << level)) == 0 && page + (2ul << level) <= pages)
            level++;
        mark(from + page * PAGE, level, 0);
        link_in(from + page * PAGE, level);
        page += 1ul << level;
    }
}

static void set_up(void)
{
    allocator.head.palloc = bbuddy_palloc;
    _uk_alloc_head = &allocator.head;
    for (int level = 0; level < LEVELS; level++) {
        buddy()->free_head[level] = &buddy()->free_tail[level];
        buddy()->free_tail[level] = (chunk_head_t){NULL, &buddy()->free_head[level], (unsigned)level};
    }
    region(0, memory, 120);
    region(1, memory + 130 * PAGE, 70);
}
