// SPDX-License-Identifier: Apache-2.0
// QEMU docs/specs/pvpanic: a byte-wide port whose reading tells the events it knows.
#include "pvpanic.h"

#include "x86.h"

#define PVPANIC_PORT 0x505
#define PANICKED 1u

static bool present;

void pvpanic_init(void)
{
    uint8_t events = inb(PVPANIC_PORT);

    present = events != 0xff && (events & PANICKED);
}

void pvpanic_tell(void)
{
    if (present)
        outb(PVPANIC_PORT, PANICKED);
}
