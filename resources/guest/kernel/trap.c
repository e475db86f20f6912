// SPDX-License-Identifier: Apache-2.0
// Descriptor tables, and what happens on exceptions and interrupts.
#include "trap.h"

#include <tide/panic.h>

#include "apic.h"
#include "schedule.h"
#include "x86.h"

#define VECTORS 64
#define IST_STACK 8192

/* Intel SDM vol. 3, 7.7: 64-bit task state segment. */
struct tss {
    uint32_t reserved0;
    uint64_t rsp[3];
    uint64_t reserved1;
    uint64_t ist[7];
    uint64_t reserved2;
    uint16_t reserved3;
    uint16_t io_map;
} __attribute__((packed));

/* Intel SDM vol. 3, 6.14.1: 64-bit interrupt gate. */
struct gate {
    uint16_t offset_low;
    uint16_t selector;
    uint8_t ist;
    uint8_t type;
    uint16_t offset_middle;
    uint32_t offset_high;
    uint32_t reserved;
};

struct table_pointer {
    uint16_t limit;
    uint64_t base;
} __attribute__((packed));

struct irq {
    irq_handler *handler;
    void *arg;
};

extern const char isr_stubs[];

static struct tss tss;
static struct gate idt[VECTORS];
static uint64_t gdt[5];
static struct irq irqs[VECTORS];
static uint8_t next_vector = VECTOR_TIMER + 1;

/* Faults that mean the stack may be unusable get one that is certainly good. */
static uint8_t fault_stack[IST_STACK] __attribute__((aligned(4096)));

static void load_gdt(void)
{
    uint64_t base = (uint64_t)&tss;

    tss.ist[0] = (uint64_t)fault_stack + sizeof(fault_stack);
    tss.io_map = sizeof(tss);
    gdt[1] = 0x00af9b000000ffff; /* 64-bit code */
    gdt[2] = 0x00cf93000000ffff; /* data */
    gdt[3] = (sizeof(tss) - 1) | (base & 0xffffff) << 16 | 0x89ull << 40 | (base >> 24 & 0xff) << 56;
    gdt[4] = base >> 32;

    struct table_pointer pointer = {sizeof(gdt) - 1, (uint64_t)gdt};
    __asm__ volatile("lgdt %0\n\tltr %w1" : : "m"(pointer), "r"(0x18) : "memory");
}

static void load_idt(void)
{
    for (int i = 0; i < VECTORS; i++) {
        /* isr.S: each stub is 16 bytes long. */
        uint64_t stub = (uint64_t)isr_stubs + 16 * (uint64_t)i;
        bool own_stack = i == 2 || i == 8 || i == 12 || i == 13 || i == 14 || i == 18;
        idt[i] = (struct gate){
            .offset_low = (uint16_t)stub,
            .selector = 8,
            .ist = own_stack ? 1 : 0,
            .type = 0x8e,
            .offset_middle = (uint16_t)(stub >> 16),
            .offset_high = (uint32_t)(stub >> 32),
        };
    }
    struct table_pointer pointer = {sizeof(idt) - 1, (uint64_t)idt};
    __asm__ volatile("lidt %0" : : "m"(pointer) : "memory");
}

void trap_init(void)
{
    load_gdt();
    load_idt();
}

uint8_t irq_register(irq_handler *handler, void *arg)
{
    if (next_vector == VECTOR_SPURIOUS)
        panic("no interrupt vector left");
    irqs[next_vector] = (struct irq){handler, arg};
    return next_vector++;
}

/* Called by isr.S with interrupts off. */
void trap(struct trap_frame *frame)
{
    if (frame->vector < 32)
        panic_trap(frame);
    if (frame->vector == VECTOR_SPURIOUS)
        return;
    apic_end_of_interrupt();
    if (frame->vector == VECTOR_TIMER)
        schedule_timer();
    else if (irqs[frame->vector].handler != NULL)
        irqs[frame->vector].handler(irqs[frame->vector].arg);
    schedule_if_needed();
}
