// SPDX-License-Identifier: Apache-2.0
// A program with an allocator of its own: allocates and frees at random, notes what it holds, and
// writes its variables to standard output as they stand. Argument: the seed.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SLOTS 96

/* What is true by the program's own account, never by the allocator's structures. */
struct truth {
    uint64_t used, blocks, peak, failures;
} truth;

static struct slot { void *at; uint64_t bytes; } slots[SLOTS];
static uint64_t seed;

static uint64_t any(uint64_t below)
{
    seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
    return seed % below;
}

/* Each program has these: size is a request; what is given back is what it takes in all. */
static void *take(uint64_t *bytes);
static void give(void *at, uint64_t bytes);
static void set_up(void);

int main(int argc, char **argv)
{
    extern char __data_start[], end[];

    seed = argc > 1 ? strtoull(argv[1], NULL, 0) * 2654435761u + 88172645463325252u : 1;
    set_up();
    for (int steps = (int)(400 + any(400)); steps > 0; steps--) {
        struct slot *slot = &slots[any(SLOTS)];
        if (slot->at != NULL) {
            give(slot->at, slot->bytes);
            truth.used -= slot->bytes, truth.blocks--;
            slot->at = NULL;
        } else if ((slot->at = take(&slot->bytes)) != NULL) {
            truth.used += slot->bytes, truth.blocks++;
            truth.peak = truth.used > truth.peak ? truth.used : truth.peak;
        } else {
            truth.failures++;
        }
    }
    for (char *at = __data_start; at < end;) {
        ssize_t done = write(1, at, (size_t)(end - at));
        if (done <= 0)
            return 1;
        at += done;
    }
    return 0;
}
