// SPDX-License-Identifier: Apache-2.0
// Structures as TLSF 2.4.6 has them (src/tlsf.c), behind a `struct uk_alloc` as Unikraft's lib-tlsf
// puts them; the code is our own.
#include "state.h"

typedef struct bhdr_struct {
    struct bhdr_struct *prev_hdr;
    size_t size; /* of the payload; 1: this one is free, 2: the one before is */
    union { struct { struct bhdr_struct *prev, *next; } free_ptr; uint8_t buffer[1]; } ptr;
} bhdr_t;
typedef struct area_info_struct { bhdr_t *end; struct area_info_struct *next; } area_info_t;
typedef struct TLSF_struct {
    uint32_t tlsf_signature;
    area_info_t *area_head;
    uint32_t fl_bitmap, sl_bitmap[24];
    bhdr_t *matrix[24][32];
} tlsf_t;
struct uk_alloc { void *(*malloc)(struct uk_alloc *, size_t); struct uk_alloc *next; uint8_t priv[]; };

#define HEADER 16ul
static char areas[2][64 << 10] __attribute__((aligned(16))) = {{1}};
static union { struct uk_alloc head; char room[sizeof(struct uk_alloc) + sizeof(tlsf_t)]; } allocator;
struct uk_alloc *_uk_alloc_head;

static tlsf_t *tlsf(void) { return (tlsf_t *)allocator.head.priv; }
static size_t size(bhdr_t *b) { return b->size & ~15ul; }
static bhdr_t *behind(bhdr_t *b) { return (bhdr_t *)((char *)b->ptr.buffer + size(b)); }

static bhdr_t **list(size_t bytes)
{
    unsigned log = 63 - (unsigned)__builtin_clzll(bytes);
    return &tlsf()->matrix[log - 4][bytes >> (log - 4) & 15];
}

static void put(bhdr_t *b)
{
    b->size |= 1;
    behind(b)->size |= 2;
    behind(b)->prev_hdr = b;
    b->ptr.free_ptr.prev = NULL;
    b->ptr.free_ptr.next = *list(size(b));
    if (b->ptr.free_ptr.next)
        b->ptr.free_ptr.next->ptr.free_ptr.prev = b;
    *list(size(b)) = b;
}

static void out(bhdr_t *b)
{
    if (b->ptr.free_ptr.next)
        b->ptr.free_ptr.next->ptr.free_ptr.prev = b->ptr.free_ptr.prev;
    if (b->ptr.free_ptr.prev)
        b->ptr.free_ptr.prev->ptr.free_ptr.next = b->ptr.free_ptr.next;
    else
        *list(size(b)) = b->ptr.free_ptr.next;
    b->size &= ~1ul;
    behind(b)->size &= ~2ul;
}

static void *take(uint64_t *bytes)
{
    size_t want = (16 + any(3000)) & ~15ul;

    for (int f = 0; f < 24; f++)
        for (int s = 0; s < 32; s++)
            for (bhdr_t *b = tlsf()->matrix[f][s]; b; b = b->ptr.free_ptr.next) {
                if (size(b) < want)
                    continue;
                out(b);
                if (size(b) >= want + HEADER + 16) {
                    size_t rest = size(b) - want - HEADER;
                    b->size = want | (b->size & 2);
                    behind(b)->size = rest;
                    put(behind(b));
                }
                *bytes = size(b) + HEADER;
                return b->ptr.buffer;
            }
    return NULL;
}

static void give(void *at, uint64_t bytes)
{
    bhdr_t *b = (bhdr_t *)((char *)at - HEADER);

    (void)bytes;
    if (behind(b)->size & 1) {
        bhdr_t *next = behind(b);
        out(next);
        b->size += size(next) + HEADER;
    }
    if (b->size & 2) {
        bhdr_t *before = b->prev_hdr;
        out(before);
        before->size += size(b) + HEADER;
        b = before;
    }
    put(b);
}

static void area(char *at, size_t bytes)
{
    bhdr_t *first = (bhdr_t *)at;
    first->size = 16;
    area_info_t *info = (area_info_t *)first->ptr.buffer;
    bhdr_t *middle = behind(first);
    middle->size = bytes - 2 * HEADER - 16 - HEADER;
    *info = (area_info_t){behind(middle), tlsf()->area_head};
    tlsf()->area_head = info;
    behind(middle)->size = 0;
    put(middle);
    truth.used += 32, truth.blocks++; /* the area's own record */
}

static void set_up(void)
{
    _uk_alloc_head = &allocator.head;
    tlsf()->tlsf_signature = 0x2A59FA59;
    area(areas[0], sizeof areas[0]);
    area(areas[1], 40 << 10);
}
