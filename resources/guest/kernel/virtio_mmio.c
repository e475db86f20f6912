// SPDX-License-Identifier: Apache-2.0
// virtio 1.1, 4.2: devices at addresses that the command line tells (microvm without ACPI)
// or the ACPI tables (with it). QEMU makes them legacy ones (version 1, 4.2.4) unless told otherwise: both are spoken.
#include <tide/heap.h>
#include <tide/print.h>

#include "acpi.h"
#include "apic.h"
#include "command_line.h"
#include "paging.h"
#include "trap.h"
#include "virtio.h"

#define MAGIC 0x000
#define VERSION 0x004
#define DEVICE_ID 0x008
#define FEATURES 0x010
#define FEATURE_SELECT 0x014
#define ACCEPTED 0x020
#define ACCEPT_SELECT 0x024
#define LEGACY_PAGE_SIZE 0x028
#define QUEUE_SELECT 0x030
#define QUEUE_SIZE_MOST 0x034
#define QUEUE_SIZE 0x038
#define LEGACY_QUEUE_ALIGN 0x03c
#define LEGACY_QUEUE_PAGE 0x040
#define QUEUE_READY 0x044
#define QUEUE_NOTIFY 0x050
#define INTERRUPT_STATUS 0x060
#define INTERRUPT_ACK 0x064
#define STATUS 0x070
#define QUEUE_DESCRIPTORS 0x080
#define QUEUE_AVAILABLE 0x090
#define QUEUE_USED 0x0a0
#define CONFIG 0x100

#define MAGIC_VALUE 0x74726976u /* "virt" */

static uint32_t get(struct virtio_device *device, unsigned at)
{
    return *(volatile uint32_t *)(device->common + at);
}

static void set(struct virtio_device *device, unsigned at, uint32_t value)
{
    *(volatile uint32_t *)(device->common + at) = value;
}

static void set64(struct virtio_device *device, unsigned at, uint64_t value)
{
    set(device, at, (uint32_t)value);
    set(device, at + 4, (uint32_t)(value >> 32));
}

static uint64_t features(struct virtio_device *device)
{
    set(device, FEATURE_SELECT, 0);
    uint64_t low = get(device, FEATURES);
    if (device->legacy)
        return low;
    set(device, FEATURE_SELECT, 1);
    return low | (uint64_t)get(device, FEATURES) << 32;
}

static void accept(struct virtio_device *device, uint64_t accepted)
{
    set(device, ACCEPT_SELECT, 0);
    set(device, ACCEPTED, (uint32_t)accepted);
    if (device->legacy) {
        set(device, LEGACY_PAGE_SIZE, PAGE_SIZE);
        return;
    }
    set(device, ACCEPT_SELECT, 1);
    set(device, ACCEPTED, (uint32_t)(accepted >> 32));
}

static uint8_t get_status(struct virtio_device *device)
{
    return (uint8_t)get(device, STATUS);
}

static void set_status(struct virtio_device *device, uint8_t status)
{
    set(device, STATUS, status);
}

static uint16_t queue_size(struct virtio_device *device, uint16_t number)
{
    set(device, QUEUE_SELECT, number);
    uint32_t most = get(device, QUEUE_SIZE_MOST);
    return most > UINT16_MAX ? UINT16_MAX : (uint16_t)most;
}

static void queue_start(struct virtio_device *device, struct virtio_queue *queue)
{
    set(device, QUEUE_SELECT, queue->number);
    set(device, QUEUE_SIZE, queue->size);
    if (device->legacy) {
        set(device, LEGACY_QUEUE_ALIGN, PAGE_SIZE);
        set(device, LEGACY_QUEUE_PAGE, (uint32_t)((uint64_t)queue->descriptors / PAGE_SIZE));
        return;
    }
    set64(device, QUEUE_DESCRIPTORS, (uint64_t)queue->descriptors);
    set64(device, QUEUE_AVAILABLE, (uint64_t)queue->available);
    set64(device, QUEUE_USED, (uint64_t)queue->used);
    set(device, QUEUE_READY, 1);
}

static void notify(struct virtio_device *device, struct virtio_queue *queue)
{
    set(device, QUEUE_NOTIFY, queue->number);
}

static const struct virtio_transport transport = {
    features, accept, get_status, set_status, queue_size, queue_start, notify,
};

static void interrupt(void *arg)
{
    struct virtio_device *device = arg;

    set(device, INTERRUPT_ACK, get(device, INTERRUPT_STATUS));
    if (device->interrupt != NULL)
        device->interrupt(device->driver);
}

/* "512@0xfeb00e00:12" (Linux Documentation, virtio_mmio.device): size, address, line. */
static const char *parse_number(const char *at, uint64_t *value)
{
    unsigned base = at[0] == '0' && (at[1] | 32) == 'x' ? 16 : 10;

    at += base == 16 ? 2 : 0;
    for (*value = 0;; at++) {
        unsigned digit = (unsigned)(*at >= '0' && *at <= '9'   ? *at - '0'
                                    : (*at | 32) >= 'a' ? (*at | 32) - 'a' + 10
                                                        : 99);
        if (digit >= base)
            return at;
        *value = *value * base + digit;
    }
}

static bool parse(const char *text, uint64_t *address, uint64_t *line)
{
    uint64_t size;

    text = parse_number(text, &size);
    if (*text == 'K' || *text == 'k')
        text++;
    if (*text++ != '@')
        return false;
    text = parse_number(text, address);
    if (*text++ != ':')
        return false;
    parse_number(text, line);
    return *address != 0 && *address % 4 == 0;
}

static void look_at(uint64_t address, uint32_t line, void (*found)(struct virtio_device *device))
{
    volatile uint8_t *registers = mmio_map(address, 0x200);
    volatile uint32_t *words = (volatile uint32_t *)registers;
    uint32_t type = words[DEVICE_ID / 4];

    if (words[MAGIC / 4] != MAGIC_VALUE || (type != VIRTIO_NET && type != VIRTIO_BLOCK))
        return; /* an empty slot has type 0 */
    struct virtio_device *device = heap_zalloc(sizeof(*device));
    if (device == NULL)
        return;
    device->transport = &transport;
    device->type = type;
    device->legacy = words[VERSION / 4] == 1;
    device->common = registers;
    device->config = registers + CONFIG;
    snprintf(device->where, sizeof(device->where), "mmio %lx%s", address, device->legacy ? " legacy" : "");
    apic_route(line, irq_register(interrupt, device), true);
    found(device);
}

void virtio_mmio_scan(void (*found)(struct virtio_device *device))
{
    const char *text;

    for (unsigned n = 0; (text = command_line_value("virtio_mmio.device", n)) != NULL; n++) {
        uint64_t address, line;
        if (parse(text, &address, &line))
            look_at(address, (uint32_t)line, found);
        else
            log_warn("virtio", "cannot read virtio_mmio.device=%s", text);
    }
    if (command_line_value("virtio_mmio.device", 0) != NULL)
        return; /* both would tell of the same devices */
    uint64_t address;
    uint32_t line;
    for (unsigned n = 0; acpi_virtio(n, &address, &line); n++)
        look_at(address, line, found);
}
