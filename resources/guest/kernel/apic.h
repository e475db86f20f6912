// SPDX-License-Identifier: Apache-2.0
// The local APIC with its timer, and the I/O APICs.
#ifndef TIDE_APIC_H
#define TIDE_APIC_H

#include <tide/base.h>

void apic_init(void);
/* An I/O APIC that firmware told of. */
void apic_add_io(uint32_t address, uint32_t first_gsi);
/* Brings a line to a vector: edge triggered or by level, active high. */
void apic_route(uint32_t gsi, uint8_t vector, bool level);
void apic_end_of_interrupt(void);

/* One shot in ticks of the timer; 0 stops it. */
void apic_timer(uint32_t ticks);
uint32_t apic_timer_left(void);

/* What a device writes to raise a vector by message (Intel SDM vol. 3, 10.11). */
uint64_t apic_message_address(void);

#endif
