// SPDX-License-Identifier: Apache-2.0
// ACPI 6.4: the root pointer (5.2.5), FADT (5.2.9), MADT (5.2.12), and of the DSDT's
// byte code only what has a fixed shape: the package \_S5 (7.4.2.6, 20.2) that soft off
// needs, and the resources (6.4.3) of virtio devices by MMIO.
#include "acpi.h"

#include <string.h>
#include <tide/print.h>

#include "apic.h"
#include "paging.h"
#include "x86.h"

struct header {
    char signature[4];
    uint32_t length;
    uint8_t rest[28];
} __attribute__((packed));

#define FADT_DSDT 40
#define FADT_PM1A_CONTROL 64
#define FADT_FLAGS 112
#define FADT_X_DSDT 140
#define FADT_SLEEP_CONTROL 244
#define HARDWARE_REDUCED (1u << 20)
#define LONGEST_TABLE MIB(1)

static struct {
    uint16_t pm1a_control;   /* I/O port; 0: none */
    volatile uint8_t *sleep_control;
    uint8_t s5_type;
    uint32_t cpus;
    const struct header *dsdt;
} acpi;

static uint64_t read(const void *table, size_t offset, size_t size)
{
    uint64_t value = 0;

    memcpy(&value, (const char *)table + offset, size);
    return value;
}

/* A table whose whole length is mapped; NULL when it cannot be one. */
static const struct header *table_at(uint64_t address)
{
    if (address == 0)
        return NULL;
    const struct header *header = firmware_map(address, sizeof(*header));
    if (header->length < sizeof(*header) || header->length > LONGEST_TABLE)
        return NULL;
    return firmware_map(address, header->length);
}

static uint64_t find_rsdp(void)
{
    const char *bios = firmware_map(0xe0000, 0x20000);

    for (uint64_t at = 0; at < 0x20000; at += 16)
        if (memcmp(bios + at, "RSD PTR ", 8) == 0)
            return 0xe0000 + at;
    return 0;
}

/* _S5_ as "Name (_S5, Package () { SLP_TYPa, … })": the first element, a small integer. */
static void find_s5(const struct header *dsdt)
{
    const uint8_t *code = (const uint8_t *)dsdt, *end = code + dsdt->length;

    for (const uint8_t *at = code + sizeof(*dsdt); at + 10 <= end; at++) {
        if (memcmp(at, "_S5_", 4) != 0 || at[4] != 0x12)
            continue;
        at += 5 + (at[5] >> 6) + 1 + 1; /* over the package's length (20.2.4) and count */
        if (at + 2 <= end)
            acpi.s5_type = at[0] == 0x0a ? at[1] : at[0]; /* a byte, or the opcodes zero and one */
        return;
    }
}

static void read_fadt(const struct header *fadt)
{
    uint64_t dsdt = fadt->length >= FADT_X_DSDT + 8 ? read(fadt, FADT_X_DSDT, 8) : 0;
    const struct header *code = table_at(dsdt ? dsdt : read(fadt, FADT_DSDT, 4));

    acpi.dsdt = code;
    if (code != NULL)
        find_s5(code);
    if (fadt->length >= FADT_SLEEP_CONTROL + 12 && (read(fadt, FADT_FLAGS, 4) & HARDWARE_REDUCED)) {
        /* Generic address structure, 5.2.3.2: space 0 is memory. */
        if (read(fadt, FADT_SLEEP_CONTROL, 1) == 0)
            acpi.sleep_control = mmio_map(read(fadt, FADT_SLEEP_CONTROL + 4, 8), 1);
        return;
    }
    acpi.pm1a_control = (uint16_t)read(fadt, FADT_PM1A_CONTROL, 4);
}

static void read_madt(const struct header *madt)
{
    const uint8_t *at = (const uint8_t *)madt + 44, *end = (const uint8_t *)madt + madt->length;

    for (; at + 2 <= end && at[1] >= 2 && at + at[1] <= end; at += at[1]) {
        if (at[0] == 0 && (read(at, 4, 4) & 1))
            acpi.cpus++;
        else if (at[0] == 1)
            apic_add_io((uint32_t)read(at, 4, 4), (uint32_t)read(at, 8, 4));
    }
}

static void read_root(uint64_t rsdp)
{
    const void *pointer = firmware_map(rsdp, 36);
    bool extended = read(pointer, 15, 1) >= 2 && read(pointer, 24, 8) != 0;
    size_t width = extended ? 8 : 4;
    const struct header *root = table_at(extended ? read(pointer, 24, 8) : read(pointer, 16, 4));

    if (root == NULL)
        return;
    for (size_t at = sizeof(*root); at + width <= root->length; at += width) {
        const struct header *table = table_at(read(root, at, width));
        if (table == NULL)
            continue;
        if (memcmp(table->signature, "FACP", 4) == 0)
            read_fadt(table);
        else if (memcmp(table->signature, "APIC", 4) == 0)
            read_madt(table);
    }
}

void acpi_init(uint64_t rsdp)
{
    if (rsdp == 0)
        rsdp = find_rsdp();
    if (rsdp != 0)
        read_root(rsdp);
    else
        log_warn("acpi", "no tables: power off will not work");
}

#define LONGEST_DEVICE 128

bool acpi_virtio(unsigned nth, uint64_t *address, uint32_t *line)
{
    const uint8_t *at = (const uint8_t *)acpi.dsdt;
    const uint8_t *end = at ? at + acpi.dsdt->length : NULL;

    for (; at + 8 < end; at++) {
        if (memcmp(at, "LNRO0005", 8) != 0 || nth-- > 0)
            continue;
        bool has_address = false;
        for (const uint8_t *r = at + 8; r < at + LONGEST_DEVICE && r + 12 <= end; r++) {
            if (memcmp(r, "\x86\x09\x00", 3) == 0) { /* 6.4.3.4: 32-bit fixed memory */
                *address = read(r, 4, 4);
                has_address = true;
            } else if (has_address && memcmp(r, "\x89\x06\x00", 3) == 0) { /* 6.4.3.6: one interrupt */
                *line = (uint32_t)read(r, 5, 4);
                return true;
            }
        }
        return false;
    }
    return false;
}

uint32_t acpi_cpus(void)
{
    return acpi.cpus ? acpi.cpus : 1;
}

bool acpi_power_off(void)
{
    if (acpi.sleep_control != NULL)
        *acpi.sleep_control = (uint8_t)(1u << 5 | acpi.s5_type << 2); /* 4.8.3.7: SLP_EN, SLP_TYP */
    if (acpi.pm1a_control != 0)
        outw(acpi.pm1a_control, (uint16_t)(1u << 13 | acpi.s5_type << 10)); /* 4.8.3.2.1 */
    return acpi.sleep_control != NULL || acpi.pm1a_control != 0;
}
