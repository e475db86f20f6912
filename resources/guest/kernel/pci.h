// SPDX-License-Identifier: Apache-2.0
// PCI configuration space by the two old ports (PCI 3.0, 3.2.2.3.2).
#ifndef TIDE_PCI_H
#define TIDE_PCI_H

#include <tide/base.h>

struct pci_function {
    uint8_t bus, device, function;
    uint16_t vendor, id;
};

void pci_scan(void (*found)(const struct pci_function *f));
uint32_t pci_read(const struct pci_function *f, uint8_t at);
uint8_t pci_read8(const struct pci_function *f, uint8_t at);
void pci_write(const struct pci_function *f, uint8_t at, uint32_t value);
/* The next capability of a kind after `from` (0: the first); 0: none. */
uint8_t pci_capability(const struct pci_function *f, uint8_t kind, uint8_t from);
/* Where a memory BAR lies; 0: it is an I/O BAR or not set. */
uint64_t pci_memory_bar(const struct pci_function *f, unsigned bar);
/* Lets the function answer to memory cycles and write memory itself. */
void pci_enable(const struct pci_function *f);
/* All of the function's messages to one vector. False: it has no MSI-X. */
bool pci_route_msix(const struct pci_function *f, uint8_t vector);

#endif
