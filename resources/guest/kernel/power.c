// SPDX-License-Identifier: Apache-2.0
#include <tide/power.h>

#include <tide/print.h>

#include "acpi.h"
#include "console.h"
#include "x86.h"

void power_off(void)
{
    log_info("power", "off");
    irq_save();
    console_seize();
    if (acpi_power_off())
        halt_forever(); /* the host takes a moment */
    log_error("power", "this machine has no soft off; resetting it instead");
    triple_fault();
}

void triple_fault(void)
{
    struct {
        uint16_t limit;
        uint64_t base;
    } __attribute__((packed)) none = {0, 0};

    __asm__ volatile("cli\n\tlidt %0\n\tint3" : : "m"(none) : "memory");
    __builtin_unreachable();
}
