// SPDX-License-Identifier: Apache-2.0
// virtio: split queues (virtio 1.1, 2.6) over either transport.
#ifndef TIDE_VIRTIO_H
#define TIDE_VIRTIO_H

#include <tide/base.h>

#define VIRTIO_NET 1
#define VIRTIO_BLOCK 2

#define VIRTIO_F_ANY_LAYOUT (1ull << 27) /* legacy: header and data may share a buffer */
#define VIRTIO_F_VERSION_1 (1ull << 32)

/* 2.1 */
#define STATUS_ACKNOWLEDGE 1
#define STATUS_DRIVER 2
#define STATUS_DRIVER_OK 4
#define STATUS_FEATURES_OK 8
#define STATUS_FAILED 128

#define DESCRIPTOR_NEXT 1
#define DESCRIPTOR_WRITE 2
#define AVAILABLE_NO_INTERRUPT 1

struct virtq_descriptor {
    uint64_t address;
    uint32_t length;
    uint16_t flags;
    uint16_t next;
};

struct virtq_available {
    uint16_t flags;
    uint16_t index;
    uint16_t ring[];
};

struct virtq_used {
    uint16_t flags;
    uint16_t index;
    struct {
        uint32_t id;
        uint32_t length;
    } ring[];
};

#define QUEUE_MOST 128u

struct virtio_queue {
    struct virtio_device *device;
    uint16_t number;
    uint16_t size;
    uint16_t free;       /* descriptors that are not in use */
    uint16_t first_free;
    uint16_t seen;       /* used->index as far as we have taken */
    struct virtq_descriptor *descriptors;
    volatile struct virtq_available *available;
    volatile struct virtq_used *used;
    volatile void *notify;
    void *tokens[QUEUE_MOST];
};

struct virtio_transport {
    uint64_t (*features)(struct virtio_device *device);
    void (*accept)(struct virtio_device *device, uint64_t features);
    uint8_t (*get_status)(struct virtio_device *device);
    void (*set_status)(struct virtio_device *device, uint8_t status);
    /* The most entries of a queue; 0: no such queue. */
    uint16_t (*queue_size)(struct virtio_device *device, uint16_t number);
    void (*queue_start)(struct virtio_device *device, struct virtio_queue *queue);
    void (*notify)(struct virtio_device *device, struct virtio_queue *queue);
};

struct virtio_device {
    const struct virtio_transport *transport;
    uint32_t type;
    bool legacy;                     /* before virtio 1: shorter net header, pages for queues */
    uint64_t accepted;               /* features in use */
    volatile uint8_t *config;        /* device-specific registers */
    void (*interrupt)(void *driver); /* set by the driver before it says it is ready */
    void *driver;
    char where[24];                  /* "pci 00:02.0" */
    /* The transport's own. */
    volatile uint8_t *common;
    volatile uint8_t *notify_base;
    uint32_t notify_step;
};

/* Resets the device and takes those features that are wanted and offered. False: it refused. */
bool virtio_begin(struct virtio_device *device, uint64_t wanted);
bool virtio_queue_init(struct virtio_device *device, struct virtio_queue *queue, uint16_t number);
void virtio_ready(struct virtio_device *device);

struct virtio_buffer {
    void *address;   /* memory that is mapped one to one */
    uint32_t length;
};

/* Offers a chain: first `out` buffers the device reads, then `in` that it writes. */
bool virtio_offer(struct virtio_queue *queue, const struct virtio_buffer *buffers, unsigned out, unsigned in,
                  void *token);
void virtio_notify(struct virtio_queue *queue);
/* A chain that came back: its token, NULL for none; length: bytes the device wrote. */
void *virtio_take(struct virtio_queue *queue, uint32_t *length);
bool virtio_pending(const struct virtio_queue *queue);
void virtio_interrupts(struct virtio_queue *queue, bool on);

/* Calls found() for each device of this machine, by PCI and by the command line. */
void virtio_pci_scan(void (*found)(struct virtio_device *device));
void virtio_mmio_scan(void (*found)(struct virtio_device *device));

#endif
