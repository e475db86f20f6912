// SPDX-License-Identifier: Apache-2.0
// Two-level segregated fit: free blocks hang in lists by size class, bitmaps find the
// first list that surely fits, neighbours merge at once. Every step is constant time, so
// interrupts are off only briefly. Blocks carry a mark that freeing checks, and who asked for them.
#include "heap.h"

#include <string.h>
#include <tide/clock.h>
#include <tide/heap.h>
#include <tide/panic.h>

#include "x86.h"

#define ALIGN 16u
#define FREE 1u          /* this block is free */
#define BEFORE_FREE 2u   /* the block before it is free and ends with its size */
#define SIZE_MASK (~15ull)
#define MARK_USED 0x6b636f6c42646975ull
#define MARK_FREE 0x6b636f6c42656572ull

#define CLASSES 40       /* powers of two from 32 bytes up */
#define SPLITS 8         /* size classes between two of them */

struct block {
    uint64_t size; /* of the whole block, header included, and two flags */
    uint64_t mark;
    uint64_t caller;  /* where the call that asked for it returns to */
    uint64_t born;    /* when that was, by the guest's clock in nanoseconds */
    struct block *next; /* from here on only while it is free */
    struct block *prev;
};

#define HEADER offsetof(struct block, next)
#define SMALLEST 64u     /* header, links, size at the end, rounded */

struct tide_heap tide_heap = {.magic = HEAP_MAGIC, .version = HEAP_VERSION};

static struct block *lists[CLASSES][SPLITS];
static uint64_t class_bits;
static uint8_t split_bits[CLASSES];

static uint64_t size_of(const struct block *block)
{
    return block->size & SIZE_MASK;
}

static struct block *after(struct block *block)
{
    return (struct block *)((char *)block + size_of(block));
}

static void locate(uint64_t size, unsigned *class, unsigned *split)
{
    unsigned log = 63 - (unsigned)__builtin_clzll(size);

    *class = log - 5;
    *split = (unsigned)(size >> (log - 3)) & (SPLITS - 1);
}

static void put_free(struct block *block, uint64_t size)
{
    unsigned class, split;

    locate(size, &class, &split);
    block->size = size | FREE | (block->size & BEFORE_FREE);
    block->mark = MARK_FREE;
    block->prev = NULL;
    block->next = lists[class][split];
    if (block->next != NULL)
        block->next->prev = block;
    lists[class][split] = block;
    class_bits |= 1ull << class;
    split_bits[class] |= (uint8_t)(1u << split);

    ((uint64_t *)after(block))[-1] = size;
    after(block)->size |= BEFORE_FREE;
}

static void take_free(struct block *block)
{
    unsigned class, split;

    if (block->mark != MARK_FREE)
        panic("heap corrupted: free block at %p was written to", (void *)block);
    locate(size_of(block), &class, &split);
    if (block->next != NULL)
        block->next->prev = block->prev;
    if (block->prev != NULL)
        block->prev->next = block->next;
    else if ((lists[class][split] = block->next) == NULL &&
             (split_bits[class] &= (uint8_t)~(1u << split)) == 0)
        class_bits &= ~(1ull << class);
    after(block)->size &= ~(uint64_t)BEFORE_FREE;
}

/* A block of at least `size` from the first list whose blocks all fit. */
static struct block *find(uint64_t size)
{
    unsigned class, split;
    unsigned log = 63 - (unsigned)__builtin_clzll(size);

    locate(size + (1ull << (log - 3)) - 1, &class, &split);
    if (class >= CLASSES)
        return NULL;
    unsigned splits = split_bits[class] & (0xffu << split);
    if (splits == 0) {
        uint64_t classes = class + 1 < 64 ? class_bits & (~0ull << (class + 1)) : 0;
        if (classes == 0)
            return NULL;
        class = (unsigned)__builtin_ctzll(classes);
        splits = split_bits[class];
    }
    return lists[class][__builtin_ctz(splits)];
}

static void count(int64_t bytes, int64_t blocks)
{
    tide_heap.used += (uint64_t)bytes;
    tide_heap.free -= (uint64_t)bytes;
    tide_heap.blocks += (uint64_t)blocks;
    if (tide_heap.used > tide_heap.peak)
        tide_heap.peak = tide_heap.used;
}

/* Make `size` bytes of a block that is in no list a used one; the rest becomes free. */
static void carve(struct block *block, uint64_t size)
{
    uint64_t rest = size_of(block) - size;

    if (rest >= SMALLEST) {
        block->size = size | (block->size & BEFORE_FREE);
        struct block *tail = after(block);
        tail->size = 0;
        put_free(tail, rest);
    } else {
        block->size = size_of(block) | (block->size & BEFORE_FREE);
    }
    block->mark = MARK_USED;
}

void *heap_alloc_for(size_t align, size_t size, void *caller)
{
    uint64_t want = ROUND_UP((uint64_t)size + HEADER, ALIGN);

    if (size > (1ull << 40) || align > (1ull << 30))
        return NULL;
    if (want < SMALLEST)
        want = SMALLEST;
    uint64_t flags = irq_save();
    struct block *block = find(align > ALIGN ? want + align + SMALLEST : want);
    if (block == NULL) {
        tide_heap.failures++;
        irq_restore(flags);
        return NULL;
    }
    take_free(block);
    if (align > ALIGN) {
        /* Leave a free block in front that is big enough to be one. */
        uint64_t payload = ROUND_UP((uint64_t)block + HEADER, align);
        uint64_t gap = payload - HEADER - (uint64_t)block;
        if (gap > 0 && gap < SMALLEST)
            gap += ROUND_UP(SMALLEST, align);
        if (gap > 0) {
            uint64_t whole = size_of(block);
            struct block *front = block;
            block = (struct block *)((char *)front + gap);
            block->size = whole - gap;
            put_free(front, gap);
        }
    }
    carve(block, want);
    block->caller = (uint64_t)caller;
    block->born = clock_ns();
    tide_heap.allocations++;
    count((int64_t)size_of(block), 1);
    irq_restore(flags);
    return (char *)block + HEADER;
}

void *heap_alloc_aligned(size_t align, size_t size)
{
    return heap_alloc_for(align, size, __builtin_return_address(0));
}

void *heap_alloc(size_t size)
{
    return heap_alloc_for(ALIGN, size, __builtin_return_address(0));
}

void *heap_zalloc(size_t size)
{
    void *block = heap_alloc_for(ALIGN, size, __builtin_return_address(0));

    return block ? memset(block, 0, size) : NULL;
}

void heap_free(void *payload)
{
    if (payload == NULL)
        return;
    struct block *block = (struct block *)((char *)payload - HEADER);
    uint64_t flags = irq_save();
    if (block->mark != MARK_USED || (block->size & FREE))
        panic("heap corrupted: block at %p is not one in use", payload);
    uint64_t size = size_of(block);
    struct block *next = after(block);
    if (next->mark != MARK_USED && next->mark != MARK_FREE)
        panic("heap corrupted: the end of block %p (%lu bytes) was overwritten", payload, size);
    tide_heap.frees++;
    count(-(int64_t)size, -1);
    block->mark = 0;
    if (next->size & FREE) {
        take_free(next);
        size += size_of(next);
        next->mark = 0;
    }
    if (block->size & BEFORE_FREE) {
        uint64_t before = ((uint64_t *)block)[-1];
        block = (struct block *)((char *)block - before);
        take_free(block);
        size += before;
    }
    put_free(block, size);
    irq_restore(flags);
}

void *heap_resize(void *payload, size_t size)
{
    void *caller = __builtin_return_address(0);
    if (payload == NULL)
        return heap_alloc_for(ALIGN, size, caller);
    size_t had = size_of((struct block *)((char *)payload - HEADER)) - HEADER;
    if (size <= had)
        return payload;
    void *bigger = heap_alloc_for(ALIGN, size, caller);
    if (bigger == NULL)
        return NULL;
    memcpy(bigger, payload, had);
    heap_free(payload);
    return bigger;
}

void heap_add(uint64_t start, uint64_t end)
{
    start = ROUND_UP(start, ALIGN);
    end = ROUND_DOWN(end, ALIGN);
    if (end <= start || end - start < 4 * SMALLEST)
        return;
    /* A used block of header size closes the region: merging stops there. */
    struct block *first = (struct block *)start;
    struct block *last = (struct block *)(end - ALIGN);
    uint64_t size = end - start - ALIGN;
    last->size = ALIGN;
    last->mark = MARK_USED;
    first->size = 0;
    uint64_t flags = irq_save();
    put_free(first, size);
    tide_heap.total += size;
    tide_heap.free += size;
    tide_heap.regions++;
    irq_restore(flags);
}

void heap_each(uint64_t start, heap_visitor *visit, void *context)
{
    for (struct block *at = (struct block *)ROUND_UP(start, ALIGN); size_of(at) > ALIGN; at = after(at))
        if (!(at->size & FREE))
            visit(context, at->caller, size_of(at), at->born);
}
