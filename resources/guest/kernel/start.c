// SPDX-License-Identifier: Apache-2.0
// From the first C instruction to main(), in order.
#include <string.h>
#include <tide/clock.h>
#include <tide/heap.h>
#include <tide/print.h>
#include <tide/power.h>
#include <tide/thread.h>

#include "acpi.h"
#include "apic.h"
#include "clock.h"
#include "command_line.h"
#include "console.h"
#include "heap.h"
#include "memory.h"
#include "paging.h"
#include "pvh.h"
#include "pvpanic.h"
#include "schedule.h"
#include "serial.h"
#include "start.h"
#include "trap.h"
#include "x86.h"

extern const uint8_t tide_build_id[], tide_build_id_end[];

/* The note's value follows its 12-byte head and the name "GNU\0". */
static void print_banner(void)
{
    char id[9] = "";

    for (int i = 0; i < 4 && tide_build_id + 16 + i < tide_build_id_end; i++)
        snprintf(id + 2 * i, 3, "%02x", tide_build_id[16 + i]);
    log_info("tide", TIDE_VERSION " on x86_64, build %s", id);
}

static void init_memory(const struct pvh_start_info *info)
{
    memory_init(info);
    /* Only what the boot map reaches can be used before paging_init. */
    for (uint32_t i = 0; i < tide_memory_count; i++) {
        uint64_t end = tide_memory[i].end;
        if (end <= GIB(4))
            heap_add(memory_after_image(i), end);
    }
    paging_init();
    for (uint32_t i = 0; i < tide_memory_count; i++)
        if (tide_memory[i].end > GIB(4))
            heap_add(tide_memory[i].start, tide_memory[i].end);
}

static void main_thread(void *arg)
{
    (void)arg;
    start_devices();
    int status = main(command_line_argc, command_line_argv);
    log_error("tide", "main returned %d", status);
    power_off();
}

/* Called by boot.S. */
void tide_start(const struct pvh_start_info *info)
{
    trap_init();
    serial_init();
    print_banner();
    pvpanic_init();

    uint64_t rsdp = info->rsdp;
    command_line_init((const char *)info->command_line);
    init_memory(info);
    apic_init();
    clock_init();
    log_info("clock", "%lu MHz, %s", clock_hz() / 1000000, clock_source());
    log_info("memory", "%lu MiB in %u range%s, heap %lu KiB", (memory_total() + MIB(1) / 2) >> 20, tide_memory_count,
             tide_memory_count == 1 ? "" : "s", tide_heap.total >> 10);
    acpi_init(rsdp);
    if (acpi_cpus() > 1)
        log_warn("cpu", "%u CPUs, of which tide uses one", acpi_cpus());

    schedule_init();
    console_share();
    if (thread_start("main", PRIORITY_NORMAL, STACK_DEFAULT, main_thread, NULL) == NULL)
        log_error("tide", "no memory for the main thread");
    schedule_idle();
}
