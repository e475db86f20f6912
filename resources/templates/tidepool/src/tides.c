// SPDX-License-Identifier: Apache-2.0
// On the drive: sector 0 is a header, each further sector one record; record n lies in
// sector 1 + (n - 1) % places, so the oldest are written over.
#include "tides.h"

#include <string.h>
#include <tide/block.h>
#include <tide/clock.h>
#include <tide/heap.h>
#include <tide/print.h>
#include <tide/sync.h>

#define HEADER_MAGIC 0x6c6f6f7065646974ull /* "tidepool" */
#define RECORD_MAGIC 0x6472636572656469ull
#define MOST_PLACES 2047u
#define IN_MEMORY 64u
#define SHOWN 16u

struct record {
    uint64_t magic;
    uint64_t number; /* from 1 */
    uint64_t at_ns;  /* of the run that wrote it */
    uint64_t length;
    char text[SECTOR - 32];
};

_Static_assert(sizeof(struct record) == SECTOR, "a record fills a sector");

static struct {
    struct mutex lock;
    bool on_drive;
    uint64_t places;
    uint64_t count;
    struct record *memory; /* without a drive */
} tides;

/* A drive that holds something else is left alone; an empty one becomes ours. */
static bool claim_drive(struct record *sector)
{
    if (tide_block.sectors < 16 || tide_block.readonly || !block_read(0, sector, 1))
        return false;
    if (sector->magic == HEADER_MAGIC)
        return true;
    for (size_t i = 0; i < SECTOR; i++)
        if (((char *)sector)[i] != 0) {
            log_warn("tidepool", "the drive holds something else: tides stay in memory");
            return false;
        }
    sector->magic = HEADER_MAGIC;
    return block_write(0, sector, 1);
}

static void find_latest(struct record *sectors)
{
    for (uint64_t at = 0; at < tides.places; at += BLOCK_MOST) {
        uint64_t count = tides.places - at < BLOCK_MOST ? tides.places - at : BLOCK_MOST;
        if (!block_read(1 + at, sectors, (uint32_t)count))
            return;
        for (uint64_t i = 0; i < count; i++) {
            if (sectors[i].magic != RECORD_MAGIC)
                return;
            if (sectors[i].number > tides.count)
                tides.count = sectors[i].number;
        }
    }
}

void tides_open(void)
{
    struct record *sectors = heap_alloc(BLOCK_MOST * SECTOR);

    mutex_init(&tides.lock, "tides.lock");
    tides.on_drive = sectors != NULL && claim_drive(sectors);
    if (tides.on_drive) {
        tides.places = tide_block.sectors - 1 < MOST_PLACES ? tide_block.sectors - 1 : MOST_PLACES;
        find_latest(sectors);
        log_info("tidepool", "%lu tides on the drive", tides.count);
    } else {
        tides.places = IN_MEMORY;
        tides.memory = heap_zalloc(IN_MEMORY * SECTOR);
    }
    heap_free(sectors);
}

static bool load(uint64_t number, struct record *record)
{
    uint64_t place = (number - 1) % tides.places;

    if (tides.on_drive)
        return block_read(1 + place, record, 1) && record->magic == RECORD_MAGIC;
    if (tides.memory != NULL)
        *record = tides.memory[place];
    return tides.memory != NULL;
}

static bool store(const struct record *record)
{
    uint64_t place = (record->number - 1) % tides.places;

    if (tides.on_drive)
        return block_write(1 + place, record, 1) && block_flush();
    if (tides.memory != NULL)
        tides.memory[place] = *record;
    return tides.memory != NULL;
}

static void write_record(struct out *out, struct record *record)
{
    record->text[sizeof(record->text) - 1] = '\0';
    out_printf(out, "{\"number\":%lu,\"atNs\":%lu,\"text\":", record->number, record->at_ns);
    out_json(out, record->text);
    out_printf(out, "}");
}

bool tides_append(struct out *out, const char *text, size_t length)
{
    struct record record = {.magic = RECORD_MAGIC, .at_ns = clock_ns()};

    record.length = length < sizeof(record.text) - 1 ? length : sizeof(record.text) - 1;
    memcpy(record.text, text, record.length);
    mutex_lock(&tides.lock);
    record.number = tides.count + 1;
    bool stored = store(&record);
    tides.count += stored;
    mutex_unlock(&tides.lock);
    if (stored)
        write_record(out, &record);
    else
        out_printf(out, "{\"error\":\"the drive refused\"}");
    return stored;
}

void tides_write(struct out *out)
{
    const char *comma = "";

    mutex_lock(&tides.lock);
    uint64_t kept = tides.count < tides.places ? tides.count : tides.places;
    uint64_t shown = kept < SHOWN ? kept : SHOWN;
    out_printf(out, "{\"count\":%lu,\"onDrive\":%s,\"tides\":[", tides.count, tides.on_drive ? "true" : "false");
    for (uint64_t i = 0; i < shown; i++) {
        struct record record;
        if (!load(tides.count - i, &record))
            break;
        out_printf(out, "%s", comma);
        write_record(out, &record);
        comma = ",";
    }
    mutex_unlock(&tides.lock);
    out_printf(out, "]}");
}

uint64_t tides_count(void)
{
    return tides.count;
}
