// SPDX-License-Identifier: Apache-2.0
// Entry by the Xen PVH boot protocol (docs/misc/pvh.pandoc in Xen's tree; QEMU's
// -kernel): 32-bit protected mode, flat segments, no paging, interrupts off, the
// address of struct hvm_start_info in %ebx. The loader has zeroed .bss.

#define CR0_BITS 0x80010033             /* PG WP NE ET MP PE (Intel SDM vol. 3, 2.5) */
#define CR4_PAE  0x20
#define MSR_EFER 0xc0000080
#define EFER_LME_NXE 0x900
#define CPU_LM_NX 0x20100000            /* CPUID 0x80000001 EDX bits 29 and 20 */

    .section .note.pvh, "a", @note
    .balign 4
    .long 4, 8, 18                      // name size, value size, XEN_ELFNOTE_PHYS32_ENTRY
    .asciz "Xen"
    .quad tide_entry

    .section .text.boot, "ax"
    .code32
    .globl tide_entry
    .type tide_entry, @function
tide_entry:
    cld
    movl $boot_stack_top, %esp
    movl %ebx, %ebp
    rdtsc                               // the clock starts here
    movl %eax, tide_clock_start
    movl %edx, tide_clock_start + 4

    movl $0x80000000, %eax
    cpuid
    cmpl $0x80000001, %eax
    jb unsupported
    movl $0x80000001, %eax
    cpuid
    andl $CPU_LM_NX, %edx
    cmpl $CPU_LM_NX, %edx
    jne unsupported

    // Until paging.c has made the real map: the first 4 GiB one to one, 2 MiB pages.
    movl $boot_pdpt + 3, tide_pml4
    movl $boot_pd + 3, %eax
    movl $boot_pdpt, %edi
    movl $4, %ecx
1:  movl %eax, (%edi)
    addl $4096, %eax
    addl $8, %edi
    loop 1b
    movl $0x83, %eax                    // present, writable, 2 MiB
    movl $boot_pd, %edi
    movl $2048, %ecx
2:  movl %eax, (%edi)
    addl $0x200000, %eax
    addl $8, %edi
    loop 2b

    movl $CR4_PAE, %eax
    movl %eax, %cr4
    movl $tide_pml4, %eax
    movl %eax, %cr3
    movl $MSR_EFER, %ecx
    movl $EFER_LME_NXE, %eax
    xorl %edx, %edx
    wrmsr
    movl $CR0_BITS, %eax
    movl %eax, %cr0
    lgdt boot_gdt_pointer
    ljmp $8, $entry64

unsupported:                            // no way to go on: say so and stand still
    movl $no_long_mode, %esi
3:  movw $0x3fd, %dx
4:  inb %dx, %al
    testb $0x20, %al
    jz 4b
    lodsb
    testb %al, %al
    jz 5f
    movw $0x3f8, %dx
    outb %al, %dx
    jmp 3b
5:  cli
    hlt
    jmp 5b

    .code64
entry64:
    movw $16, %ax
    movw %ax, %ds
    movw %ax, %es
    movw %ax, %ss
    xorl %eax, %eax
    movw %ax, %fs
    movw %ax, %gs
    movl %ebp, %edi
    xorl %ebp, %ebp                     // the backtrace ends here
    call tide_start
6:  cli
    hlt
    jmp 6b
    .size tide_entry, . - tide_entry

    .section .rodata
no_long_mode:
    .asciz "tide: this CPU lacks long mode or no-execute pages\r\n"

    .section .data
    .balign 8
boot_gdt_pointer:
    .word 23
    .quad boot_gdt
boot_gdt:                               // null, 64-bit code, data; gdt.c loads the real one
    .quad 0
    .quad 0x00af9a000000ffff
    .quad 0x00cf92000000ffff

    .section .bss
    .balign 4096
    .globl tide_pml4
tide_pml4:                              // the root of the page map, for CR3 and for readers outside
    .skip 4096
    .size tide_pml4, 4096
    .type tide_pml4, @object
boot_pdpt:
    .skip 4096
boot_pd:
    .skip 4096 * 4
    .globl boot_stack_guard, boot_stack, boot_stack_top
boot_stack_guard:                       // taken out of the map by paging.c
    .skip 4096
boot_stack:
    .skip 8192
boot_stack_top:
    .section .note.GNU-stack, "", @progbits
