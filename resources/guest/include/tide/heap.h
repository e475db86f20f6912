// SPDX-License-Identifier: Apache-2.0
// The heap: all RAM above the image. A page is first touched when it is first
// handed out, so the host sees only what was really used.
#ifndef TIDE_HEAP_H
#define TIDE_HEAP_H

#include <tide/base.h>

#define HEAP_MAGIC 0x70616568u /* "heap" */
#define HEAP_VERSION 1u

struct tide_heap {
    uint32_t magic;
    uint32_t version;
    uint64_t total;        /* bytes that were given to the heap */
    uint64_t used;         /* in blocks handed out, headers included */
    uint64_t free;         /* total - used */
    uint64_t peak;         /* highest value of used */
    uint64_t blocks;       /* handed out now */
    uint64_t allocations;  /* ever */
    uint64_t frees;        /* ever */
    uint64_t failures;     /* requests that found no room */
    uint64_t regions;
};

extern struct tide_heap tide_heap;

/* 16-byte aligned; NULL when there is no room. */
void *heap_alloc(size_t size);
void *heap_zalloc(size_t size);
/* align: a power of two. */
void *heap_alloc_aligned(size_t align, size_t size);
/* caller: the address that the block is booked on, for wrappers that would otherwise be it. */
void *heap_alloc_for(size_t align, size_t size, void *caller);
void *heap_resize(void *block, size_t size);
/* NULL is allowed. Panics when the block or its neighbour was overwritten. */
void heap_free(void *block);

#endif
