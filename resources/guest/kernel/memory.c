// SPDX-License-Identifier: Apache-2.0
#include "memory.h"

#include <tide/panic.h>

/* What one worker pool, the network's buffers and some air to breathe need. */
#define LEAST_MEMORY MIB(7)

struct memory_range tide_memory[MEMORY_RANGES];
uint32_t tide_memory_count;
static uint64_t total;

/* RAM below 1 MiB is left alone: firmware and the loader keep their tables there. */
static void add(uint64_t start, uint64_t end)
{
    start = ROUND_UP(start < MIB(1) ? MIB(1) : start, PAGE_SIZE);
    end = ROUND_DOWN(end, PAGE_SIZE);
    if (start >= end || tide_memory_count == MEMORY_RANGES)
        return;
    uint32_t at = tide_memory_count++;
    for (; at > 0 && tide_memory[at - 1].start > start; at--)
        tide_memory[at] = tide_memory[at - 1];
    tide_memory[at] = (struct memory_range){start, end};
}

void memory_init(const struct pvh_start_info *info)
{
    if (info->magic != PVH_MAGIC || info->version < 1 || info->memory_map == 0)
        panic("the loader gave no PVH memory map: boot this image with QEMU's -kernel");

    const struct pvh_memory *map = (const struct pvh_memory *)info->memory_map;
    for (uint32_t i = 0; i < info->memory_map_entries && i < 256; i++) {
        if (map[i].type != PVH_RAM)
            continue;
        total += map[i].size;
        add(map[i].address, map[i].address + map[i].size);
    }

    if (memory_total() < LEAST_MEMORY)
        panic("%lu KiB of memory is too little: tide needs %lu MiB and its application's", memory_total() >> 10,
              LEAST_MEMORY >> 20);
}

uint64_t memory_after_image(uint32_t range)
{
    uint64_t start = tide_memory[range].start, end = tide_memory[range].end;

    return start < (uint64_t)tide_image_end && end > (uint64_t)tide_image_start ? (uint64_t)tide_image_end : start;
}

uint64_t memory_total(void)
{
    return total;
}
