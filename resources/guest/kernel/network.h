// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_NETWORK_H
#define TIDE_NETWORK_H

/* Starts lwIP, with the card if there is one. */
void network_start(void);

#endif
