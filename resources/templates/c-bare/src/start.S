# From PVH's entry (32 bits, no paging, ebx = start info) to 64 bits with the first GiB mapped one to one.
.section .note.Xen, "a", @note
.balign 4
.long 4, 4, 18
.asciz "Xen"
.long start32

.section .text.start, "ax", @progbits
.code32
.globl start32
start32:
  cld
  mov $stack_top, %esp
  mov %ebx, %edi
  mov $pdpt + 3, %eax
  mov %eax, pml4
  mov $pd + 3, %eax
  mov %eax, pdpt
  xor %ecx, %ecx
1:
  mov %ecx, %eax
  shl $21, %eax
  or $0x83, %eax
  mov %eax, pd(,%ecx,8)
  inc %ecx
  cmp $512, %ecx
  jb 1b
  # Physical address extension and SSE, tables, long mode, paging.
  mov %cr4, %eax
  or $0x620, %eax
  mov %eax, %cr4
  mov $pml4, %eax
  mov %eax, %cr3
  mov $0xc0000080, %ecx
  rdmsr
  or $0x100, %eax
  wrmsr
  mov %cr0, %eax
  and $0xfffffffb, %eax
  or $0x80000003, %eax
  mov %eax, %cr0
  lgdt gdt_pointer
  ljmp $8, $start64

.code64
start64:
  mov $16, %eax
  mov %eax, %ds
  mov %eax, %es
  mov %eax, %ss
  mov %edi, %edi
  call kernel_main
2:
  cli
  hlt
  jmp 2b

.section .rodata
.balign 8
gdt:
  .quad 0, 0x00af9b000000ffff, 0x00cf93000000ffff
gdt_pointer:
  .word gdt_pointer - gdt - 1
  .long gdt

.section .bss
.balign 4096
pml4: .skip 4096
pdpt: .skip 4096
pd: .skip 4096
.skip 16384
stack_top:

.section .note.GNU-stack, "", @progbits
