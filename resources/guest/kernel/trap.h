// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_TRAP_H
#define TIDE_TRAP_H

#include <tide/base.h>

/* As isr.S and the CPU lay it down (Intel SDM vol. 3, 6.14.2). */
struct trap_frame {
    uint64_t r15, r14, r13, r12, r11, r10, r9, r8, rbp, rdi, rsi, rdx, rcx, rbx, rax;
    uint64_t vector, error;
    uint64_t rip, cs, rflags, rsp, ss;
};

typedef void irq_handler(void *arg);

void trap_init(void);
/* A free vector for a device's interrupt, with its handler. */
uint8_t irq_register(irq_handler *handler, void *arg);
void panic_trap(const struct trap_frame *frame) NORETURN;

#define VECTOR_TIMER 32
#define VECTOR_SPURIOUS 63

#endif
