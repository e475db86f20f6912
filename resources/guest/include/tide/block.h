// SPDX-License-Identifier: Apache-2.0
// The first virtio drive, in sectors of 512 bytes.
#ifndef TIDE_BLOCK_H
#define TIDE_BLOCK_H

#include <tide/base.h>

#define SECTOR 512ul
#define BLOCK_MOST 128u /* sectors in one call */

struct tide_block {
    uint64_t sectors;      /* 0: there is no drive */
    uint64_t reads;
    uint64_t read_bytes;
    uint64_t writes;
    uint64_t written_bytes;
    uint64_t flushes;
    uint64_t errors;
    bool readonly;
};

extern struct tide_block tide_block;

/* Each waits until the drive is done; false: no drive, out of its range, or it failed. */
bool block_read(uint64_t sector, void *to, uint32_t count);
bool block_write(uint64_t sector, const void *from, uint32_t count);
bool block_flush(void);

#endif
