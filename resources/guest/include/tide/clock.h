// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_CLOCK_H
#define TIDE_CLOCK_H

#include <tide/base.h>

/* Nanoseconds since the kernel's first instruction; 0 until the clock's rate is known. */
uint64_t clock_ns(void);

#endif
