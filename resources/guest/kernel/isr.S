// SPDX-License-Identifier: Apache-2.0
// Interrupt entry: 64 vectors, each pushing what the CPU did not, so that trap() always
// finds one struct trap_frame (Intel SDM vol. 3, 6.14).

    .text
    .cfi_sections .debug_frame
    .balign 16
    .globl isr_stubs
isr_stubs:
vector = 0
    .rept 64
    .balign 16
    .if (vector == 8) || (vector >= 10 && vector <= 14) || (vector == 17) || (vector == 21)
    .else
    pushq $0                            // the CPU pushed no error code
    .endif
    pushq $vector
    jmp isr_common
vector = vector + 1
    .endr

    .globl isr_common
    .type isr_common, @function
isr_common:
    .cfi_startproc simple
    .cfi_signal_frame
    .cfi_def_cfa %rsp, 56               // vector, error, rip, cs, rflags, rsp, ss
    .cfi_offset %rip, -40
    .cfi_offset %rsp, -16
    pushq %rax
    pushq %rbx
    pushq %rcx
    pushq %rdx
    pushq %rsi
    pushq %rdi
    pushq %rbp
    pushq %r8
    pushq %r9
    pushq %r10
    pushq %r11
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
    .cfi_def_cfa %rsp, 176
    .cfi_offset %rax, -64
    .cfi_offset %rbx, -72
    .cfi_offset %rbp, -112
    .cfi_offset %r12, -152
    .cfi_offset %r13, -160
    .cfi_offset %r14, -168
    .cfi_offset %r15, -176
    cld
    movq %rsp, %rdi
    pushq 136(%rsp)                     // a frame for walkers by %rbp: the interrupted rip
    pushq 72(%rsp)                      // and the interrupted rbp
    movq %rsp, %rbp
    .cfi_def_cfa %rbp, 192
    andq $-16, %rsp
    call trap
    leaq 16(%rbp), %rsp
    .cfi_def_cfa %rsp, 176
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %r11
    popq %r10
    popq %r9
    popq %r8
    popq %rbp
    popq %rdi
    popq %rsi
    popq %rdx
    popq %rcx
    popq %rbx
    popq %rax
    addq $16, %rsp
    iretq
    .cfi_endproc
    .size isr_common, . - isr_common
    .section .note.GNU-stack, "", @progbits
