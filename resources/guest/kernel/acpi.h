// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_ACPI_H
#define TIDE_ACPI_H

#include <tide/base.h>

/* Reads what tide needs from the firmware's tables; rsdp 0: look for it. */
void acpi_init(uint64_t rsdp);
/* Soft off, by the fixed registers or those of hardware-reduced machines. False: neither. */
bool acpi_power_off(void);
/* The nth virtio device by MMIO that the tables describe; false: there is none, or none so far. */
bool acpi_virtio(unsigned nth, uint64_t *address, uint32_t *line);
/* CPUs in the MADT; 1 without one. */
uint32_t acpi_cpus(void);

#endif
