// SPDX-License-Identifier: Apache-2.0
// virtio 1.1, 5.1: one receive and one transmit queue, no offloads, each frame in one
// buffer after its header.
#include "virtio_net.h"

#include <string.h>
#include <tide/clock.h>
#include <tide/heap.h>
#include <tide/net.h>
#include <tide/print.h>
#include <tide/sync.h>
#include <tide/thread.h>

#include "x86.h"

#define FEATURE_MAC (1ull << 5)
#define BUFFER 2048u
#define TRANSMIT_PATIENCE (50 * NS_PER_MS)

struct tide_net tide_net;

static struct {
    struct virtio_device *device;
    struct virtio_queue rx;
    struct virtio_queue tx;
    struct semaphore received;
    struct semaphore sent;
    size_t header; /* 5.1.6.1: two bytes shorter before virtio 1 */
    uint8_t *free_tx[QUEUE_MOST];
    unsigned free_count;
    void (*receive)(const uint8_t *frame, size_t length);
} net;

static void interrupt(void *driver)
{
    (void)driver;
    tide_net.interrupts++;
    if (virtio_pending(&net.rx)) {
        virtio_interrupts(&net.rx, false); /* until the thread has emptied the queue */
        semaphore_signal(&net.received);
    }
    if (virtio_pending(&net.tx)) {
        virtio_interrupts(&net.tx, false);
        semaphore_signal(&net.sent);
    }
}

static void offer_rx(uint8_t *buffer)
{
    struct virtio_buffer b = {buffer, BUFFER};

    virtio_offer(&net.rx, &b, 0, 1, buffer);
}

static bool drain(void)
{
    uint32_t length;
    uint8_t *buffer;
    bool any = false;

    while ((buffer = virtio_take(&net.rx, &length)) != NULL) {
        any = true;
        if (length > net.header && length <= BUFFER) {
            tide_net.rx_packets++;
            tide_net.rx_bytes += length - net.header;
            net.receive(buffer + net.header, length - net.header);
        } else {
            tide_net.rx_dropped++;
        }
        offer_rx(buffer);
    }
    if (any)
        virtio_notify(&net.rx);
    return any;
}

static void receive_loop(void *arg)
{
    (void)arg;
    for (;;) {
        semaphore_wait(&net.received, FOREVER);
        do {
            while (drain())
                ;
            virtio_interrupts(&net.rx, true);
        } while (virtio_pending(&net.rx)); /* one may have come in between */
    }
}

static bool fill(struct virtio_queue *queue, bool receive)
{
    uint8_t *memory = heap_alloc_aligned(PAGE_SIZE, (size_t)queue->size * BUFFER);

    if (memory == NULL)
        return false;
    for (unsigned i = 0; i < queue->size; i++) {
        if (receive)
            offer_rx(memory + i * BUFFER);
        else
            net.free_tx[net.free_count++] = memory + i * BUFFER;
    }
    return true;
}

bool virtio_net_init(struct virtio_device *device)
{
    if (net.device != NULL) {
        log_warn("net", "%s: one card is enough; ignored", device->where);
        return false;
    }
    if (!virtio_begin(device, FEATURE_MAC) || !virtio_queue_init(device, &net.rx, 0) ||
        !virtio_queue_init(device, &net.tx, 1))
        return false;
    net.header = device->legacy ? 10 : 12;
    if (!fill(&net.rx, true) || !fill(&net.tx, false)) {
        log_error("net", "no memory for buffers");
        return false;
    }
    net.device = device;
    for (int i = 0; i < 6; i++)
        tide_net.mac[i] = device->config[i];
    semaphore_init(&net.received, "net.rx", 0);
    semaphore_init(&net.sent, "net.tx", 0);
    net.received.wait.kind = net.sent.wait.kind = WAIT_DEVICE;
    virtio_interrupts(&net.tx, false);
    tide_net.present = true;
    log_info("net", "virtio on %s, %02x:%02x:%02x:%02x:%02x:%02x", device->where, tide_net.mac[0], tide_net.mac[1],
             tide_net.mac[2], tide_net.mac[3], tide_net.mac[4], tide_net.mac[5]);
    return true;
}

bool virtio_net_start(void (*receive)(const uint8_t *frame, size_t length))
{
    net.receive = receive;
    net.device->interrupt = interrupt;
    virtio_ready(net.device);
    virtio_notify(&net.rx);
    return thread_start("net-rx", PRIORITY_SYSTEM, STACK_DEFAULT, receive_loop, NULL) != NULL;
}

static void reclaim(void)
{
    uint8_t *buffer;

    while ((buffer = virtio_take(&net.tx, NULL)) != NULL)
        net.free_tx[net.free_count++] = buffer;
}

uint8_t *virtio_net_room(void)
{
    reclaim();
    uint64_t until = clock_ns() + TRANSMIT_PATIENCE;
    while (net.free_count == 0 && clock_ns() < until) {
        virtio_interrupts(&net.tx, true);
        if (!virtio_pending(&net.tx))
            semaphore_wait(&net.sent, TRANSMIT_PATIENCE);
        virtio_interrupts(&net.tx, false);
        reclaim();
    }
    if (net.free_count == 0) {
        tide_net.tx_dropped++;
        return NULL;
    }
    return net.free_tx[--net.free_count] + net.header;
}

void virtio_net_send(uint8_t *room, size_t length)
{
    uint8_t *buffer = room - net.header;
    struct virtio_buffer b = {buffer, (uint32_t)(net.header + length)};

    memset(buffer, 0, net.header);
    virtio_offer(&net.tx, &b, 1, 0, buffer);
    virtio_notify(&net.tx);
    tide_net.tx_packets++;
    tide_net.tx_bytes += length;
}
