// SPDX-License-Identifier: Apache-2.0
#include <string.h>
#include <tide/block.h>
#include <tide/heap.h>
#include <tide/words.h>

#include "shell.h"

static enum word_result show(struct out *out)
{
    if (tide_block.sectors == 0) {
        out_printf(out, "there is no drive\n");
        return WORD_FAILED;
    }
    out_printf(out, "%lu KiB%s; read %lu KiB in %lu requests, wrote %lu KiB in %lu, %lu errors\n", tide_block.sectors / 2,
               tide_block.readonly ? ", read-only" : "", tide_block.read_bytes >> 10, tide_block.reads,
               tide_block.written_bytes >> 10, tide_block.writes, tide_block.errors);
    return WORD_DONE;
}

/* Traffic that changes nothing: reads go round the drive, writes put back what was read. */
static bool transfer(uint64_t sectors, bool writing, uint8_t *buffer)
{
    static uint64_t at;

    while (sectors > 0) {
        if (at >= tide_block.sectors)
            at = 0;
        uint64_t count = sectors < BLOCK_MOST ? sectors : BLOCK_MOST;
        if (count > tide_block.sectors - at)
            count = tide_block.sectors - at;
        if (!block_read(at, buffer, (uint32_t)count) || (writing && !block_write(at, buffer, (uint32_t)count)))
            return false;
        at += count;
        sectors -= count;
    }
    return !writing || block_flush();
}

static enum word_result disk(struct out *out, int argc, char **argv)
{
    uint64_t kib;

    if (argc == 1)
        return show(out);
    bool writing = strcmp(argv[1], "write") == 0;
    if (argc != 3 || (!writing && strcmp(argv[1], "read") != 0) || !word_number(argv[2], 1 << 20, &kib))
        return word_usage(out, "disk [read|write KIB]");
    uint8_t *buffer = heap_alloc(BLOCK_MOST * SECTOR);
    bool good = buffer != NULL && tide_block.sectors > 0 && transfer(kib * 2, writing, buffer);
    heap_free(buffer);
    if (!good && tide_block.sectors > 0)
        out_printf(out, "the drive refused\n");
    enum word_result shown = show(out);
    return good ? shown : WORD_FAILED;
}

static const struct word words[] = {
    {"disk", "[read|write KIB]", "the drive, or traffic on it that changes nothing", disk},
};

struct word_set words_disk = {.title = "Drive:", .words = words, .count = COUNT_OF(words)};
