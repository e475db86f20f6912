// SPDX-License-Identifier: Apache-2.0
// The network: one virtio card under lwIP. Sockets are lwIP's own, <lwip/sockets.h>.
#ifndef TIDE_NET_H
#define TIDE_NET_H

#include <tide/base.h>

/* As the driver counts them; frames without the virtio header. */
struct tide_net {
    uint64_t rx_packets;
    uint64_t rx_bytes;
    uint64_t rx_dropped;  /* no buffer, or lwIP's queue was full */
    uint64_t tx_packets;
    uint64_t tx_bytes;
    uint64_t tx_dropped;  /* the card took none */
    uint64_t interrupts;
    uint8_t mac[6];
    bool present;
};

extern struct tide_net tide_net;

/* A TCP socket that listens on all addresses; negative: lwIP refused, errno says why. */
int net_listen(uint16_t port, int backlog);
/* The address in use, "10.0.2.15"; "-" before there is one. */
const char *net_address(void);

uint32_t tide_random(void);

#endif
