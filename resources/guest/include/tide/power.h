// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_POWER_H
#define TIDE_POWER_H

#include <tide/base.h>

void power_off(void) NORETURN;
/* Loads an empty interrupt table and traps: the CPU gives up and resets. */
void triple_fault(void) NORETURN;

#endif
