// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_SERIAL_H
#define TIDE_SERIAL_H

#include <tide/base.h>

void serial_init(void);
void serial_put(char byte);
/* From now on bytes that arrive are queued by interrupt. */
void serial_start_input(void);
/* Waits for a byte with interrupts off, by looking again and again. */
char serial_poll(void);
/* Waits for a byte; -1 when `ns` ran out. */
int serial_get(uint64_t ns);

#endif
