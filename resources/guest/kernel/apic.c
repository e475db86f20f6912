// SPDX-License-Identifier: Apache-2.0
// Intel SDM vol. 3, chapter 10; 82093AA I/O APIC. The old interrupt controllers are
// masked and never used.
#include "apic.h"

#include <tide/panic.h>

#include "paging.h"
#include "trap.h"
#include "x86.h"

#define LOCAL_BASE 0xfee00000u
#define IO_BASE 0xfec00000u

#define LOCAL_ID 0x20
#define LOCAL_PRIORITY 0x80
#define LOCAL_EOI 0xb0
#define LOCAL_SPURIOUS 0xf0
#define LOCAL_TIMER 0x320
#define LOCAL_LINT0 0x350
#define LOCAL_LINT1 0x360
#define LOCAL_INITIAL 0x380
#define LOCAL_CURRENT 0x390
#define LOCAL_DIVIDE 0x3e0
#define MASKED 0x10000u

#define IO_SELECT 0x00
#define IO_WINDOW 0x10
#define IO_VERSION 0x01
#define IO_TABLE 0x10
#define IO_LEVEL 0x8000u

#define IO_APICS 4

struct io_apic {
    volatile uint32_t *registers;
    uint32_t first_gsi;
    uint32_t lines;
};

static volatile uint32_t *local;
static struct io_apic io_apics[IO_APICS];
static uint32_t io_count;

static uint32_t local_read(uint32_t at)
{
    return local[at / 4];
}

static void local_write(uint32_t at, uint32_t value)
{
    local[at / 4] = value;
}

static uint32_t io_read(const struct io_apic *io, uint32_t index)
{
    io->registers[IO_SELECT / 4] = index;
    return io->registers[IO_WINDOW / 4];
}

static void io_write(const struct io_apic *io, uint32_t index, uint32_t value)
{
    io->registers[IO_SELECT / 4] = index;
    io->registers[IO_WINDOW / 4] = value;
}

void apic_init(void)
{
    outb(0x21, 0xff);
    outb(0xa1, 0xff);
    local = mmio_map(LOCAL_BASE, PAGE_SIZE);
    local_write(LOCAL_SPURIOUS, 0x100 | VECTOR_SPURIOUS);
    local_write(LOCAL_PRIORITY, 0);
    local_write(LOCAL_LINT0, MASKED);
    local_write(LOCAL_LINT1, MASKED);
    local_write(LOCAL_DIVIDE, 0xb); /* by 1 */
    local_write(LOCAL_TIMER, VECTOR_TIMER);
}

void apic_add_io(uint32_t address, uint32_t first_gsi)
{
    if (io_count == IO_APICS)
        return;
    struct io_apic *io = &io_apics[io_count++];
    io->registers = mmio_map(address, 0x20);
    io->first_gsi = first_gsi;
    io->lines = (io_read(io, IO_VERSION) >> 16 & 0xff) + 1;
}

void apic_route(uint32_t gsi, uint8_t vector, bool level)
{
    if (io_count == 0)
        apic_add_io(IO_BASE, 0); /* where it is on every PC, if no table says */
    for (uint32_t i = 0; i < io_count; i++) {
        struct io_apic *io = &io_apics[i];
        if (gsi < io->first_gsi || gsi - io->first_gsi >= io->lines)
            continue;
        uint32_t at = IO_TABLE + 2 * (gsi - io->first_gsi);
        io_write(io, at + 1, local_read(LOCAL_ID));
        io_write(io, at, vector | (level ? IO_LEVEL : 0));
        return;
    }
    panic("no interrupt controller has line %u", gsi);
}

void apic_end_of_interrupt(void)
{
    local_write(LOCAL_EOI, 0);
}

void apic_timer(uint32_t ticks)
{
    local_write(LOCAL_INITIAL, ticks);
}

uint32_t apic_timer_left(void)
{
    return local_read(LOCAL_CURRENT);
}

uint64_t apic_message_address(void)
{
    return LOCAL_BASE | (uint64_t)(local_read(LOCAL_ID) >> 24) << 12;
}
