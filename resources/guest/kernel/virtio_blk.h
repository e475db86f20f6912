// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_VIRTIO_BLK_H
#define TIDE_VIRTIO_BLK_H

#include "virtio.h"

void virtio_blk_init(struct virtio_device *device);

#endif
