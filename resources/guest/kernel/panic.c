// SPDX-License-Identifier: Apache-2.0
// The end: why, registers, backtrace, a word to the host, halt. Nothing here takes a lock
// or trusts memory that may be broken.
#include <tide/panic.h>

#include <tide/print.h>
#include <tide/thread.h>

#include "console.h"
#include "pvpanic.h"
#include "stack.h"
#include "trap.h"
#include "x86.h"

static const char *const exceptions[32] = {
    "divide error", "debug", "NMI", "breakpoint", "overflow", "bound range", "invalid opcode",
    "no floating point", "double fault", "?", "invalid TSS", "segment not present", "stack segment fault",
    "general protection", "page fault", "?", "floating point", "alignment check", "machine check",
    "SIMD floating point", "virtualization", "control protection",
};

static bool panicking;

static void begin(void)
{
    irq_save();
    console_seize();
    if (panicking)
        halt_forever(); /* a fault while reporting one: what is out is out */
    panicking = true;
}

static bool is_stack(uint64_t address)
{
    const struct thread *t = tide_current;

    return t != NULL && address >= t->stack_base && address + 16 <= t->stack_base + t->stack_size &&
           address % 8 == 0;
}

static void backtrace(uint64_t rip, uint64_t rbp)
{
    console_printf("backtrace: %lx", rip);
    for (int depth = 0; depth < 24 && is_stack(rbp); depth++) {
        const uint64_t *frame = (const uint64_t *)rbp;
        if (frame[1] == 0)
            break;
        console_printf(" %lx", frame[1]);
        if (frame[0] <= rbp)
            break;
        rbp = frame[0];
    }
    console_printf("\n");
}

static NORETURN void finish(void)
{
    console_printf("\033[1;31mpanic: halted\033[0m\n");
    pvpanic_tell();
    halt_forever();
    __builtin_unreachable();
}

static void print_thread(void)
{
    if (tide_current != NULL)
        console_printf("thread %u \"%s\", stack %lx-%lx\n", tide_current->id, tide_current->name,
                       tide_current->stack_base, tide_current->stack_base + tide_current->stack_size);
}

static void print_registers(const struct trap_frame *f)
{
    console_printf("RIP %016lx  RSP %016lx  RFLAGS %08lx\n", f->rip, f->rsp, f->rflags);
    console_printf("RAX %016lx  RBX %016lx  RCX %016lx  RDX %016lx\n", f->rax, f->rbx, f->rcx, f->rdx);
    console_printf("RSI %016lx  RDI %016lx  RBP %016lx  R8  %016lx\n", f->rsi, f->rdi, f->rbp, f->r8);
    console_printf("R9  %016lx  R10 %016lx  R11 %016lx  R12 %016lx\n", f->r9, f->r10, f->r11, f->r12);
    console_printf("R13 %016lx  R14 %016lx  R15 %016lx\n", f->r13, f->r14, f->r15);
    console_printf("CR0 %016lx  CR2 %016lx  CR3 %016lx  CR4 %016lx\n", read_cr0(), read_cr2(), read_cr3(),
                   read_cr4());
}

static void explain_page_fault(const struct trap_frame *f)
{
    uint64_t at = read_cr2();
    const char *what = f->error & 16 ? "execute" : f->error & 2 ? "write" : "read";

    console_printf("page fault: %s of %lx, %s%s\n", what, at,
                   f->error & 1 ? "not permitted" : "no page there",
                   stack_is_guard(at)  ? ": stack overflow into its guard page"
                   : at < PAGE_SIZE    ? ": null pointer"
                   : f->error & 16     ? ": not code"
                                       : "");
}

void panic_trap(const struct trap_frame *frame)
{
    begin();
    log_error("panic", "%s (exception %lu, error %lx)", exceptions[frame->vector], frame->vector, frame->error);
    if (frame->vector == 14)
        explain_page_fault(frame);
    print_thread();
    print_registers(frame);
    backtrace(frame->rip, frame->rbp);
    finish();
}

__attribute__((noinline)) void panic(const char *format, ...)
{
    /* What a call leaves untouched is still the caller's. */
    register uint64_t rbx __asm__("rbx"), r12 __asm__("r12"), r13 __asm__("r13"), r14 __asm__("r14"),
        r15 __asm__("r15");
    __asm__ volatile("" : "=r"(rbx), "=r"(r12), "=r"(r13), "=r"(r14), "=r"(r15));
    struct trap_frame frame = {.rbx = rbx, .r12 = r12, .r13 = r13, .r14 = r14, .r15 = r15};
    __asm__ volatile("pushfq\n\tpopq %0" : "=r"(frame.rflags));
    char why[256];
    va_list args;

    begin();
    va_start(args, format);
    vsnprintf(why, sizeof(why), format, args);
    va_end(args);
    log_error("panic", "%s", why);
    print_thread();
    frame.rip = (uint64_t)__builtin_return_address(0);
    frame.rsp = (uint64_t)__builtin_frame_address(0) + 16;
    frame.rbp = *(uint64_t *)__builtin_frame_address(0);
    print_registers(&frame);
    backtrace(frame.rip, frame.rbp);
    finish();
}
