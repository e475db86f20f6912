// SPDX-License-Identifier: Apache-2.0
// Boundary tags as dlmalloc and its kin have them: whether a block is in use stands in the one
// behind it, segments are in a list. The code is our own.
#include "state.h"

struct chunk { size_t prev_foot, head; /* 1: the one before is in use */ };
struct segment { char *base; size_t size; struct segment *next; };

static char room[2][48 << 10] __attribute__((aligned(16))) = {{1}};
static struct segment second = {room[1], 24 << 10, NULL};
static struct segment first = {room[0], sizeof room[0], &second};
struct segment *segments = &first;

static size_t size(struct chunk *c) { return c->head & ~15ul; }
static struct chunk *behind(struct chunk *c) { return (struct chunk *)((char *)c + size(c)); }
static int used(struct chunk *c) { return (int)(behind(c)->head & 1); }

static void *take(uint64_t *bytes)
{
    size_t want = (32 + any(2000)) & ~15ul;

    for (struct segment *s = segments; s; s = s->next)
        for (struct chunk *c = (struct chunk *)s->base; (char *)c < s->base + s->size - 32; c = behind(c)) {
            if (used(c) || size(c) < want)
                continue;
            size_t rest = size(c) - want;
            if (rest >= 32) {
                c->head = want | (c->head & 1);
                behind(c)->head = rest;
                behind(behind(c))->head &= ~1ul;
            }
            behind(c)->head |= 1;
            *bytes = size(c);
            return c;
        }
    return NULL;
}

static void give(void *at, uint64_t bytes)
{
    struct chunk *c = at, *next = behind(c);

    (void)bytes;
    next->head &= ~1ul;
    if (!used(next)) /* two free ones make one */
        c->head += size(next);
    /* those in front stay apart: a search joins nothing, and that is right, too */
}

static void set_up(void)
{
    for (struct segment *s = segments; s; s = s->next) {
        struct chunk *all = (struct chunk *)s->base;
        all->head = (s->size - 32) | 1;
        /* Two headers close a segment: a block of one that is in use, because the last says so. */
        behind(all)->head = 16;
        behind(behind(all))->head = 16 | 1;
        truth.used += 16, truth.blocks++;
    }
}
