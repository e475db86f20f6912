// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_PANIC_H
#define TIDE_PANIC_H

#include <tide/base.h>

/* Prints why, the registers and a backtrace, tells the host by pvpanic where there is
 * one, and halts with interrupts off, so that everything can be looked at. */
void panic(const char *format, ...) PRINTF_LIKE(1, 2) NORETURN;

#define tide_assert(condition)                                                              \
    do {                                                                                    \
        if (!(condition))                                                                   \
            panic("assertion failed: %s, %s:%d", #condition, __FILE__, __LINE__);           \
    } while (0)

#endif
