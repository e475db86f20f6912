// SPDX-License-Identifier: Apache-2.0
// virtio 1.1, 4.1: modern devices over PCI, found by their vendor capabilities.
#include <string.h>
#include <tide/heap.h>
#include <tide/print.h>

#include "paging.h"
#include "pci.h"
#include "trap.h"
#include "virtio.h"

#define VENDOR 0x1af4
#define TRANSITIONAL 0x1000 /* + 0 net, 1 block */
#define MODERN 0x1040       /* + device type */
#define CAPABILITY_VENDOR 0x09

enum { CAPABILITY_COMMON = 1, CAPABILITY_NOTIFY = 2, CAPABILITY_DEVICE = 4 };

/* 4.1.4.3 */
#define FEATURE_SELECT 0x00
#define FEATURES 0x04
#define ACCEPT_SELECT 0x08
#define ACCEPTED 0x0c
#define CONFIG_VECTOR 0x10
#define STATUS 0x14
#define QUEUE_SELECT 0x16
#define QUEUE_SIZE 0x18
#define QUEUE_VECTOR 0x1a
#define QUEUE_ENABLE 0x1c
#define QUEUE_NOTIFY 0x1e
#define QUEUE_DESCRIPTORS 0x20
#define QUEUE_AVAILABLE 0x28
#define QUEUE_USED 0x30
#define NO_VECTOR 0xffff

static void (*report)(struct virtio_device *device);

static volatile uint16_t *at16(struct virtio_device *device, unsigned at)
{
    return (volatile uint16_t *)(device->common + at);
}

static volatile uint32_t *at32(struct virtio_device *device, unsigned at)
{
    return (volatile uint32_t *)(device->common + at);
}

static void write64(struct virtio_device *device, unsigned at, uint64_t value)
{
    *at32(device, at) = (uint32_t)value;
    *at32(device, at + 4) = (uint32_t)(value >> 32);
}

static uint64_t features(struct virtio_device *device)
{
    *at32(device, FEATURE_SELECT) = 0;
    uint64_t low = *at32(device, FEATURES);
    *at32(device, FEATURE_SELECT) = 1;
    return low | (uint64_t)*at32(device, FEATURES) << 32;
}

static void accept(struct virtio_device *device, uint64_t accepted)
{
    *at32(device, ACCEPT_SELECT) = 0;
    *at32(device, ACCEPTED) = (uint32_t)accepted;
    *at32(device, ACCEPT_SELECT) = 1;
    *at32(device, ACCEPTED) = (uint32_t)(accepted >> 32);
}

static uint8_t get_status(struct virtio_device *device)
{
    return device->common[STATUS];
}

static void set_status(struct virtio_device *device, uint8_t status)
{
    device->common[STATUS] = status;
    while (status == 0 && device->common[STATUS] != 0)
        ; /* 4.1.4.3.2: reset is done when it reads 0 */
    *at16(device, CONFIG_VECTOR) = NO_VECTOR;
}

static uint16_t queue_size(struct virtio_device *device, uint16_t number)
{
    *at16(device, QUEUE_SELECT) = number;
    return *at16(device, QUEUE_SIZE);
}

static void queue_start(struct virtio_device *device, struct virtio_queue *queue)
{
    *at16(device, QUEUE_SELECT) = queue->number;
    *at16(device, QUEUE_SIZE) = queue->size;
    *at16(device, QUEUE_VECTOR) = 0;
    write64(device, QUEUE_DESCRIPTORS, (uint64_t)queue->descriptors);
    write64(device, QUEUE_AVAILABLE, (uint64_t)queue->available);
    write64(device, QUEUE_USED, (uint64_t)queue->used);
    queue->notify = device->notify_base + *at16(device, QUEUE_NOTIFY) * device->notify_step;
    *at16(device, QUEUE_ENABLE) = 1;
}

static void notify(struct virtio_device *device, struct virtio_queue *queue)
{
    (void)device;
    *(volatile uint16_t *)queue->notify = queue->number;
}

static const struct virtio_transport transport = {
    features, accept, get_status, set_status, queue_size, queue_start, notify,
};

static void interrupt(void *arg)
{
    struct virtio_device *device = arg;

    if (device->interrupt != NULL)
        device->interrupt(device->driver);
}

static volatile uint8_t *map_capability(const struct pci_function *f, uint8_t at)
{
    uint64_t bar = pci_memory_bar(f, pci_read8(f, (uint8_t)(at + 4)));
    uint32_t offset = pci_read(f, (uint8_t)(at + 8)), length = pci_read(f, (uint8_t)(at + 12));

    if (bar == 0 || length == 0 || length > MIB(16))
        return NULL;
    return mmio_map(bar + offset, length);
}

static void find_registers(const struct pci_function *f, struct virtio_device *device)
{
    for (uint8_t at = pci_capability(f, CAPABILITY_VENDOR, 0); at != 0;
         at = pci_capability(f, CAPABILITY_VENDOR, at)) {
        switch (pci_read8(f, (uint8_t)(at + 3))) {
        case CAPABILITY_COMMON:
            device->common = map_capability(f, at);
            break;
        case CAPABILITY_NOTIFY:
            device->notify_base = map_capability(f, at);
            device->notify_step = pci_read(f, (uint8_t)(at + 16));
            break;
        case CAPABILITY_DEVICE:
            device->config = map_capability(f, at);
            break;
        }
    }
}

static void look_at(const struct pci_function *f)
{
    if (f->vendor != VENDOR)
        return;
    uint32_t type = f->id > MODERN                ? f->id - MODERN
                    : f->id == TRANSITIONAL + 0u  ? VIRTIO_NET
                    : f->id == TRANSITIONAL + 1u  ? VIRTIO_BLOCK
                                                  : 0;
    if (type != VIRTIO_NET && type != VIRTIO_BLOCK)
        return;
    struct virtio_device *device = heap_zalloc(sizeof(*device));
    if (device == NULL)
        return;
    device->transport = &transport;
    device->type = type;
    snprintf(device->where, sizeof(device->where), "pci %02x:%02x.%x", f->bus, f->device, f->function);
    pci_enable(f);
    find_registers(f, device);
    if (device->common == NULL || device->notify_base == NULL || device->config == NULL) {
        log_warn("virtio", "%s speaks only the legacy protocol; ignored", device->where);
        heap_free(device);
        return;
    }
    if (!pci_route_msix(f, irq_register(interrupt, device))) {
        log_warn("virtio", "%s has no MSI-X; ignored", device->where);
        heap_free(device);
        return;
    }
    report(device);
}

void virtio_pci_scan(void (*found)(struct virtio_device *device))
{
    report = found;
    pci_scan(look_at);
}
