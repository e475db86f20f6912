// SPDX-License-Identifier: Apache-2.0
// Who holds how much of the heap, told by the heap's own blocks.
#include "sites.h"

#include <tide/clock.h>

#include "heap.h"
#include "memory.h"
#include "x86.h"

#define SITES 256u

static struct site {
    uint64_t caller;
    uint64_t blocks;
    uint64_t bytes;
    uint64_t oldest;
} sites[SITES];
static unsigned known;

static void count(void *context, uint64_t caller, uint64_t size, uint64_t born)
{
    unsigned at = 0;

    (void)context;
    while (at < known && sites[at].caller != caller)
        at++;
    if (at == SITES)
        return;
    if (at == known)
        sites[known++] = (struct site){caller, 0, 0, born};
    sites[at].blocks++;
    sites[at].bytes += size;
    if (born < sites[at].oldest)
        sites[at].oldest = born;
}

/* One at a time: interrupts are off until all is told. */
void write_sites(struct out *out)
{
    uint64_t flags = irq_save();

    known = 0;
    for (uint32_t i = 0; i < tide_memory_count; i++)
        heap_each(memory_after_image(i), count, NULL);
    out_printf(out, "{\"atNs\":%lu,\"sites\":[", clock_ns());
    for (unsigned i = 0; i < known; i++)
        out_printf(out, "%s{\"caller\":\"0x%lx\",\"blocks\":%lu,\"bytes\":%lu,\"oldestNs\":%lu}", i ? "," : "",
                   sites[i].caller, sites[i].blocks, sites[i].bytes, sites[i].oldest);
    out_printf(out, "]}");
    irq_restore(flags);
}
