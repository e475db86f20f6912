// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_CONSOLE_H
#define TIDE_CONSOLE_H

#include <tide/base.h>

/* Threads exist: from here on console calls take a lock. */
void console_share(void);
/* The kernel is dying: no lock, no prompt. */
void console_seize(void);

#endif
