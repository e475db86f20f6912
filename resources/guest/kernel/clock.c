// SPDX-License-Identifier: Apache-2.0
// Time is the time stamp counter, its rate told by the hypervisor or measured once
// against the 8254; the alarm is the local APIC's one-shot timer, so an idle guest sleeps.
#include "clock.h"

#include <tide/clock.h>

#include "apic.h"
#include "x86.h"

#define PIT_HZ 1193182u
#define PIT_CHANNEL0 0x40
#define PIT_COMMAND 0x43
#define MEASURE_PIT_TICKS 2400u /* 2 ms */

/* QEMU's and KVM's local APIC timer counts nanoseconds; used where nothing else is known. */
#define APIC_HZ_OF_QEMU 1000000000u

uint64_t tide_clock_start; /* boot.S */

static uint64_t tsc_hz;
static uint64_t apic_hz = APIC_HZ_OF_QEMU;
static uint64_t ns_per_tick; /* 32.32 fixed point */
static const char *source;

struct moment {
    uint64_t tsc;
    uint32_t pit;
    uint32_t apic;
};

static uint32_t read_pit(void)
{
    outb(PIT_COMMAND, 0x00); /* latch channel 0 */
    uint32_t low = inb(PIT_CHANNEL0);
    return low | (uint32_t)inb(PIT_CHANNEL0) << 8;
}

/* Of some readings the one that took least time: the others were disturbed by the host. */
static struct moment read_all(void)
{
    struct moment best = {0};
    uint64_t shortest = UINT64_MAX;

    for (int i = 0; i < 5; i++) {
        uint64_t before = rdtsc();
        uint32_t pit = read_pit();
        uint64_t middle = rdtsc();
        uint32_t apic = apic_timer_left();
        uint64_t took = rdtsc() - before;
        if (took < shortest) {
            shortest = took;
            best = (struct moment){middle, pit, apic};
        }
    }
    return best;
}

static bool told_by_hypervisor(void)
{
    uint32_t a, b, c, d;

    cpuid(1, &a, &b, &c, &d);
    if (!(c >> 31))
        return false;
    cpuid(0x40000000, &a, &b, &c, &d);
    if (a < 0x40000010)
        return false;
    cpuid(0x40000010, &a, &b, &c, &d); /* kHz of counter and of the local APIC's bus */
    if (a == 0)
        return false;
    tsc_hz = (uint64_t)a * 1000;
    if (b != 0)
        apic_hz = (uint64_t)b * 1000;
    source = "told by the hypervisor";
    return true;
}

static bool measure_by_pit(void)
{
    outb(PIT_COMMAND, 0x34); /* channel 0, low and high byte, mode 2 */
    outb(PIT_CHANNEL0, 0xff);
    outb(PIT_CHANNEL0, 0xff);
    apic_timer(UINT32_MAX);
    struct moment first = read_all();
    for (int tries = 0; tries < 100000; tries++)
        if ((uint16_t)(first.pit - read_pit()) >= MEASURE_PIT_TICKS)
            break;
    struct moment last = read_all();
    apic_timer(0);

    uint64_t ticks = (uint16_t)(first.pit - last.pit);
    if (ticks < MEASURE_PIT_TICKS)
        return false; /* there is no such chip: the counter stood still */
    tsc_hz = (last.tsc - first.tsc) * PIT_HZ / ticks;
    /* Near a round gigahertz it is that: QEMU and KVM have no other rate. */
    uint64_t measured = (uint64_t)(first.apic - last.apic) * PIT_HZ / ticks;
    if (measured < 950000000 || measured > 1050000000)
        apic_hz = measured;
    source = "measured by the 8254";
    return true;
}

static void measure_by_apic(void)
{
    apic_timer(UINT32_MAX);
    uint64_t from = rdtsc();
    uint32_t first = apic_timer_left(), now;
    do
        now = apic_timer_left();
    while (first - now < APIC_HZ_OF_QEMU / 500);
    tsc_hz = (rdtsc() - from) * APIC_HZ_OF_QEMU / (first - now);
    apic_timer(0);
    source = "measured by the local APIC";
}

void clock_init(void)
{
    if (!told_by_hypervisor() && !measure_by_pit())
        measure_by_apic();
    ns_per_tick = (NS_PER_SEC << 32) / tsc_hz;
}

uint64_t clock_ns(void)
{
    return (uint64_t)((unsigned __int128)(rdtsc() - tide_clock_start) * ns_per_tick >> 32);
}

void clock_alarm(uint64_t at_ns)
{
    uint64_t now = clock_ns();
    uint64_t ns = at_ns > now ? at_ns - now : 1;

    if (ns > NS_PER_SEC)
        ns = NS_PER_SEC; /* the timer has 32 bits: it rings early and is set again */
    uint64_t ticks = ns * apic_hz / NS_PER_SEC;
    apic_timer(ticks == 0 ? 1 : ticks > UINT32_MAX ? UINT32_MAX : (uint32_t)ticks);
}

const char *clock_source(void)
{
    return source;
}

uint64_t clock_hz(void)
{
    return tsc_hz;
}
