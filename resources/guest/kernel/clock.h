// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_CLOCK_INTERNAL_H
#define TIDE_CLOCK_INTERNAL_H

#include <tide/base.h>

void clock_init(void);
/* Interrupt VECTOR_TIMER at this time or a little later. */
void clock_alarm(uint64_t at_ns);
/* How the clock's rate is known, for the boot log. */
const char *clock_source(void);
uint64_t clock_hz(void);

#endif
