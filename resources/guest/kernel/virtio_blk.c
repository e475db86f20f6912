// SPDX-License-Identifier: Apache-2.0
// virtio 1.1, 5.2: one request at a time, through a buffer of the driver's, because the
// caller's may lie on a stack, which is not mapped one to one.
#include "virtio_blk.h"

#include <string.h>
#include <tide/block.h>
#include <tide/heap.h>
#include <tide/print.h>
#include <tide/sync.h>

#define FEATURE_READONLY (1ull << 5)
#define FEATURE_FLUSH (1ull << 9)
#define PATIENCE (30 * NS_PER_SEC)

enum { REQUEST_READ = 0, REQUEST_WRITE = 1, REQUEST_FLUSH = 4 };

struct request {
    uint32_t type;
    uint32_t reserved;
    uint64_t sector;
    uint8_t status;
};

struct tide_block tide_block;

static struct {
    struct virtio_device *device;
    struct virtio_queue queue;
    struct mutex lock;
    struct semaphore done;
    struct request *request;
    uint8_t *buffer;
} disk;

static void interrupt(void *driver)
{
    (void)driver;
    if (virtio_pending(&disk.queue))
        semaphore_signal(&disk.done);
}

void virtio_blk_init(struct virtio_device *device)
{
    if (disk.device != NULL) {
        log_warn("disk", "%s: one drive is enough; ignored", device->where);
        return;
    }
    if (!virtio_begin(device, FEATURE_READONLY | FEATURE_FLUSH) || !virtio_queue_init(device, &disk.queue, 0))
        return;
    disk.request = heap_zalloc(sizeof(*disk.request));
    disk.buffer = heap_alloc_aligned(PAGE_SIZE, BLOCK_MOST * SECTOR);
    if (disk.request == NULL || disk.buffer == NULL) {
        log_error("disk", "no memory for its buffer");
        return;
    }
    mutex_init(&disk.lock, "disk");
    semaphore_init(&disk.done, "disk.done", 0);
    disk.done.wait.kind = WAIT_DEVICE;
    disk.device = device;
    device->interrupt = interrupt;
    virtio_ready(device);
    tide_block.sectors = *(volatile uint32_t *)device->config | (uint64_t)*(volatile uint32_t *)(device->config + 4) << 32;
    tide_block.readonly = device->accepted & FEATURE_READONLY;
    log_info("disk", "virtio on %s, %lu KiB%s", device->where, tide_block.sectors / 2,
             tide_block.readonly ? ", read-only" : "");
}

static bool submit(uint32_t type, uint64_t sector, size_t bytes)
{
    struct virtio_buffer chain[3] = {{disk.request, 16}, {disk.buffer, (uint32_t)bytes}, {&disk.request->status, 1}};
    bool reading = type == REQUEST_READ;

    *disk.request = (struct request){.type = type, .sector = sector, .status = 0xff};
    if (bytes == 0) {
        chain[1] = chain[2];
        virtio_offer(&disk.queue, chain, 1, 1, disk.request);
    } else {
        virtio_offer(&disk.queue, chain, reading ? 1 : 2, reading ? 2 : 1, disk.request);
    }
    virtio_notify(&disk.queue);
    while (virtio_take(&disk.queue, NULL) == NULL)
        if (!semaphore_wait(&disk.done, PATIENCE))
            log_warn("disk", "no answer for %lu s", PATIENCE / NS_PER_SEC);
    if (disk.request->status == 0)
        return true;
    tide_block.errors++;
    return false;
}

static bool in_range(uint64_t sector, uint32_t count)
{
    return disk.device != NULL && count > 0 && count <= BLOCK_MOST && sector < tide_block.sectors &&
           count <= tide_block.sectors - sector;
}

bool block_read(uint64_t sector, void *to, uint32_t count)
{
    if (!in_range(sector, count))
        return false;
    mutex_lock(&disk.lock);
    bool good = submit(REQUEST_READ, sector, count * SECTOR);
    if (good) {
        memcpy(to, disk.buffer, count * SECTOR);
        tide_block.reads++;
        tide_block.read_bytes += count * SECTOR;
    }
    mutex_unlock(&disk.lock);
    return good;
}

bool block_write(uint64_t sector, const void *from, uint32_t count)
{
    if (!in_range(sector, count) || tide_block.readonly)
        return false;
    mutex_lock(&disk.lock);
    memcpy(disk.buffer, from, count * SECTOR);
    bool good = submit(REQUEST_WRITE, sector, count * SECTOR);
    if (good) {
        tide_block.writes++;
        tide_block.written_bytes += count * SECTOR;
    }
    mutex_unlock(&disk.lock);
    return good;
}

bool block_flush(void)
{
    if (disk.device == NULL)
        return false;
    if (!(disk.device->accepted & FEATURE_FLUSH))
        return true; /* nothing to wait for */
    mutex_lock(&disk.lock);
    bool good = submit(REQUEST_FLUSH, 0, 0);
    tide_block.flushes += good;
    mutex_unlock(&disk.lock);
    return good;
}
