// SPDX-License-Identifier: Apache-2.0
// Which driver takes which device, and the order in which they start.
#include "command_line.h"
#include "network.h"
#include "serial.h"
#include "shell.h"
#include "start.h"
#include "virtio.h"
#include "virtio_blk.h"
#include "virtio_net.h"

static void found(struct virtio_device *device)
{
    if (device->type == VIRTIO_NET)
        virtio_net_init(device);
    else if (device->type == VIRTIO_BLOCK)
        virtio_blk_init(device);
}

void start_devices(void)
{
    command_line_report();
    words_add(&words_look);
    words_add(&words_do);
    words_add(&words_disk);
    words_add(&words_break);
    serial_start_input();
    virtio_pci_scan(found);
    virtio_mmio_scan(found);
    network_start();
}
