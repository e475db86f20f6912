// SPDX-License-Identifier: Apache-2.0
// RAM as the loader described it.
#ifndef TIDE_MEMORY_H
#define TIDE_MEMORY_H

#include <tide/base.h>

#include "pvh.h"

struct memory_range {
    uint64_t start;
    uint64_t end;
};

#define MEMORY_RANGES 16

/* RAM from 1 MiB up, page aligned, ascending; the image lies in the first range. */
extern struct memory_range tide_memory[MEMORY_RANGES];
extern uint32_t tide_memory_count;

void memory_init(const struct pvh_start_info *info);
/* Where the part of a range begins that the image leaves. */
uint64_t memory_after_image(uint32_t range);
/* Bytes of RAM, with what lies below 1 MiB. */
uint64_t memory_total(void);

extern char tide_image_start[], tide_image_end[];
extern char tide_text_start[], tide_text_end[];
extern char tide_rodata_start[], tide_rodata_end[];
extern char tide_data_start[], tide_data_end[];

#endif
