// SPDX-License-Identifier: Apache-2.0
// The page map: RAM one to one, code and data by permission, stacks high up.
#ifndef TIDE_PAGING_H
#define TIDE_PAGING_H

#include <tide/base.h>

/* Intel SDM vol. 3, 4.5. */
#define PAGE_PRESENT 0x001ull
#define PAGE_WRITE 0x002ull
#define PAGE_THROUGH 0x008ull
#define PAGE_UNCACHED 0x010ull
#define PAGE_LARGE 0x080ull
#define PAGE_GLOBAL 0x100ull
#define PAGE_NX (1ull << 63)

/* Replaces the boot map. The heap must already hold the RAM below 4 GiB. */
void paging_init(void);
/* False: there is no memory for a table on the way. */
bool page_map(uint64_t virtual, uint64_t physical, uint64_t flags);
void page_unmap(uint64_t virtual);
/* Device registers, one to one, uncached. */
volatile void *mmio_map(uint64_t physical, uint64_t size);
/* Firmware tables, one to one, read-only; RAM that is mapped already is left as it is. */
const void *firmware_map(uint64_t physical, uint64_t size);

#endif
