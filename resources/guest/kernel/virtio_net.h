// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_VIRTIO_NET_H
#define TIDE_VIRTIO_NET_H

#include "virtio.h"

/* Takes the first card; false: there is one already, or it does not work. */
bool virtio_net_init(struct virtio_device *device);
/* From now on each frame that arrives is handed to receive(), in a thread of its own. */
bool virtio_net_start(void (*receive)(const uint8_t *frame, size_t length));

/* Room for one frame, NULL when the card stays full; fill it, then send it. One caller at a time. */
uint8_t *virtio_net_room(void);
void virtio_net_send(uint8_t *room, size_t length);

#define FRAME_MOST 1514u

#endif
