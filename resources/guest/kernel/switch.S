// SPDX-License-Identifier: Apache-2.0
// The one place where the CPU changes threads.

    .text
    .cfi_sections .debug_frame          // the linker leaves .eh_frame out
    // void context_switch(uint64_t *save_sp, uint64_t load_sp)
    // Keeps what the System V ABI (x86-64 psABI, 3.2.1) lets a callee keep; the order is
    // part of struct thread's promise to readers outside.
    .globl context_switch
    .type context_switch, @function
context_switch:
    .cfi_startproc
    pushq %rbp
    .cfi_def_cfa_offset 16
    .cfi_offset %rbp, -16
    pushq %rbx
    .cfi_def_cfa_offset 24
    .cfi_offset %rbx, -24
    pushq %r12
    .cfi_def_cfa_offset 32
    .cfi_offset %r12, -32
    pushq %r13
    .cfi_def_cfa_offset 40
    .cfi_offset %r13, -40
    pushq %r14
    .cfi_def_cfa_offset 48
    .cfi_offset %r14, -48
    pushq %r15
    .cfi_def_cfa_offset 56
    .cfi_offset %r15, -56
    movq %rsp, (%rdi)
    movq %rsi, %rsp
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %rbx
    popq %rbp
    .cfi_def_cfa_offset 8
    ret
    .cfi_endproc
    .size context_switch, . - context_switch

    // A new thread's first "return": thread.c has laid the thread in %rbx.
    .globl thread_trampoline
    .type thread_trampoline, @function
thread_trampoline:
    .cfi_startproc
    .cfi_undefined %rip                 // backtraces end here
    movq %rbx, %rdi
    xorl %ebp, %ebp
    call thread_begin
    ud2
    .cfi_endproc
    .size thread_trampoline, . - thread_trampoline
    .section .note.GNU-stack, "", @progbits
