// SPDX-License-Identifier: Apache-2.0
#include "virtio.h"

#include <string.h>
#include <tide/heap.h>
#include <tide/print.h>

static void barrier(void)
{
    __sync_synchronize();
}

bool virtio_begin(struct virtio_device *device, uint64_t wanted)
{
    const struct virtio_transport *t = device->transport;

    /* 3.1.1 */
    t->set_status(device, 0);
    t->set_status(device, STATUS_ACKNOWLEDGE);
    t->set_status(device, STATUS_ACKNOWLEDGE | STATUS_DRIVER);
    wanted |= device->legacy ? VIRTIO_F_ANY_LAYOUT : VIRTIO_F_VERSION_1;
    device->accepted = t->features(device) & wanted;
    t->accept(device, device->accepted);
    if (device->legacy)
        return true;
    t->set_status(device, STATUS_ACKNOWLEDGE | STATUS_DRIVER | STATUS_FEATURES_OK);
    if ((device->accepted & VIRTIO_F_VERSION_1) && (t->get_status(device) & STATUS_FEATURES_OK))
        return true;
    t->set_status(device, STATUS_FAILED);
    log_error("virtio", "%s refuses our features", device->where);
    return false;
}

bool virtio_queue_init(struct virtio_device *device, struct virtio_queue *queue, uint16_t number)
{
    uint16_t size = device->transport->queue_size(device, number);

    if (size > QUEUE_MOST)
        size = QUEUE_MOST;
    /* One layout for both generations: the legacy one (2.6.2), the used ring on its own page. */
    size_t available = 16u * size;
    size_t used = ROUND_UP(available + 6 + 2u * size, PAGE_SIZE);
    size_t whole = used + 6 + 8u * size;
    uint8_t *memory = size ? heap_alloc_aligned(PAGE_SIZE, whole) : NULL;
    if (memory == NULL) {
        log_error("virtio", "%s has no queue %u, or there is no memory for it", device->where, number);
        return false;
    }
    memset(memory, 0, whole);
    *queue = (struct virtio_queue){
        .device = device,
        .number = number,
        .size = size,
        .free = size,
        .descriptors = (struct virtq_descriptor *)memory,
        .available = (volatile struct virtq_available *)(memory + available),
        .used = (volatile struct virtq_used *)(memory + used),
    };
    for (uint16_t i = 0; i < size; i++)
        queue->descriptors[i].next = (uint16_t)(i + 1);
    device->transport->queue_start(device, queue);
    return true;
}

void virtio_ready(struct virtio_device *device)
{
    const struct virtio_transport *t = device->transport;

    t->set_status(device, t->get_status(device) | STATUS_DRIVER_OK);
}

bool virtio_offer(struct virtio_queue *queue, const struct virtio_buffer *buffers, unsigned out, unsigned in,
                  void *token)
{
    unsigned count = out + in;

    if (queue->free < count)
        return false;
    uint16_t head = queue->first_free, at = head;
    for (unsigned i = 0; i < count; i++) {
        struct virtq_descriptor *d = &queue->descriptors[at];
        d->address = (uint64_t)buffers[i].address;
        d->length = buffers[i].length;
        d->flags = (uint16_t)((i + 1 < count ? DESCRIPTOR_NEXT : 0) | (i >= out ? DESCRIPTOR_WRITE : 0));
        at = d->next;
    }
    queue->first_free = at;
    queue->free = (uint16_t)(queue->free - count);
    queue->tokens[head] = token;
    queue->available->ring[queue->available->index % queue->size] = head;
    barrier(); /* the entry before the index (2.6.13) */
    queue->available->index++;
    return true;
}

void virtio_notify(struct virtio_queue *queue)
{
    barrier();
    if (!(queue->used->flags & 1)) /* VIRTQ_USED_F_NO_NOTIFY */
        queue->device->transport->notify(queue->device, queue);
}

bool virtio_pending(const struct virtio_queue *queue)
{
    return queue->seen != queue->used->index;
}

void *virtio_take(struct virtio_queue *queue, uint32_t *length)
{
    if (!virtio_pending(queue))
        return NULL;
    barrier();
    uint32_t id = queue->used->ring[queue->seen % queue->size].id;
    if (length != NULL)
        *length = queue->used->ring[queue->seen % queue->size].length;
    queue->seen++;
    if (id >= queue->size)
        return NULL; /* a device that lies */
    uint16_t last = (uint16_t)id;
    queue->free++;
    while (queue->descriptors[last].flags & DESCRIPTOR_NEXT) {
        last = queue->descriptors[last].next;
        queue->free++;
    }
    queue->descriptors[last].next = queue->first_free;
    queue->first_free = (uint16_t)id;
    return queue->tokens[id];
}

void virtio_interrupts(struct virtio_queue *queue, bool on)
{
    queue->available->flags = on ? 0 : AVAILABLE_NO_INTERRUPT;
    barrier();
}
