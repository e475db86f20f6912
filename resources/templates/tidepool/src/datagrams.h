// SPDX-License-Identifier: Apache-2.0
// Sockets for datagrams that nobody reads, so that they fill.
#ifndef DATAGRAMS_H
#define DATAGRAMS_H

/* Adds the word udp. */
void datagram_words(void);

#endif
