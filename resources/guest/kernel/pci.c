// SPDX-License-Identifier: Apache-2.0
#include "pci.h"

#include "apic.h"
#include "paging.h"
#include "x86.h"

#define ADDRESS 0xcf8
#define DATA 0xcfc

#define ID 0x00
#define COMMAND 0x04
#define HEADER_TYPE 0x0c /* in byte 2 */
#define BAR0 0x10
#define SECONDARY_BUS 0x18 /* in byte 1 */
#define CAPABILITIES 0x34
#define CAPABILITY_MSIX 0x11

#define DEEPEST 4

uint32_t pci_read(const struct pci_function *f, uint8_t at)
{
    outl(ADDRESS, 1u << 31 | (uint32_t)f->bus << 16 | (uint32_t)f->device << 11 | (uint32_t)f->function << 8 | (at & ~3u));
    return inl(DATA);
}

uint8_t pci_read8(const struct pci_function *f, uint8_t at)
{
    return (uint8_t)(pci_read(f, at) >> (at & 3) * 8);
}

void pci_write(const struct pci_function *f, uint8_t at, uint32_t value)
{
    outl(ADDRESS, 1u << 31 | (uint32_t)f->bus << 16 | (uint32_t)f->device << 11 | (uint32_t)f->function << 8 | (at & ~3u));
    outl(DATA, value);
}

static void scan_bus(uint8_t bus, void (*found)(const struct pci_function *f), int depth)
{
    for (uint8_t device = 0; device < 32; device++) {
        uint8_t functions = 1;
        for (uint8_t function = 0; function < functions; function++) {
            struct pci_function f = {.bus = bus, .device = device, .function = function};
            uint32_t id = pci_read(&f, ID);
            if (id == UINT32_MAX)
                continue;
            f.vendor = (uint16_t)id;
            f.id = (uint16_t)(id >> 16);
            uint8_t type = (uint8_t)(pci_read(&f, HEADER_TYPE) >> 16);
            if (function == 0 && (type & 0x80))
                functions = 8;
            uint8_t below = (uint8_t)(pci_read(&f, SECONDARY_BUS) >> 8);
            if ((type & 0x7f) == 1 && below > bus && depth < DEEPEST)
                scan_bus(below, found, depth + 1);
            else
                found(&f);
        }
    }
}

void pci_scan(void (*found)(const struct pci_function *f))
{
    scan_bus(0, found, 0);
}

uint8_t pci_capability(const struct pci_function *f, uint8_t kind, uint8_t from)
{
    uint8_t at = pci_read8(f, from ? (uint8_t)(from + 1) : CAPABILITIES);

    for (int most = 48; at >= 0x40 && most > 0; most--) {
        if (pci_read8(f, at) == kind)
            return at;
        at = pci_read8(f, (uint8_t)(at + 1));
    }
    return 0;
}

uint64_t pci_memory_bar(const struct pci_function *f, unsigned bar)
{
    if (bar > 5)
        return 0;
    uint32_t low = pci_read(f, (uint8_t)(BAR0 + 4 * bar));
    if (low & 1)
        return 0;
    uint64_t address = low & ~15u;
    if ((low & 6) == 4 && bar < 5)
        address |= (uint64_t)pci_read(f, (uint8_t)(BAR0 + 4 * bar + 4)) << 32;
    return address;
}

void pci_enable(const struct pci_function *f)
{
    pci_write(f, COMMAND, (pci_read(f, COMMAND) & 0xffff) | 0x406); /* memory, master, no INTx */
}

bool pci_route_msix(const struct pci_function *f, uint8_t vector)
{
    uint8_t at = pci_capability(f, CAPABILITY_MSIX, 0);

    if (at == 0)
        return false;
    uint32_t table = pci_read(f, (uint8_t)(at + 4));
    uint32_t control = pci_read(f, at);
    unsigned entries = (control >> 16 & 0x7ff) + 1;
    uint64_t bar = pci_memory_bar(f, table & 7);
    if (bar == 0)
        return false;
    volatile uint32_t *entry = mmio_map(bar + (table & ~7u), entries * 16);
    for (unsigned i = 0; i < entries; i++, entry += 4) {
        entry[0] = (uint32_t)apic_message_address();
        entry[1] = 0;
        entry[2] = vector;
        entry[3] = 0; /* not masked */
    }
    pci_write(f, at, control | 1u << 31);
    return true;
}
