// SPDX-License-Identifier: Apache-2.0
// 16550 UART, the first serial port (National PC16550D, section 8). Sending polls the
// line status before each byte: a host that reads slowly slows the guest and loses nothing.
#include "serial.h"

#include <tide/sync.h>

#include "apic.h"
#include "trap.h"
#include "x86.h"

#define COM1 0x3f8
#define DATA (COM1 + 0)
#define INTERRUPT_ENABLE (COM1 + 1)
#define FIFO_CONTROL (COM1 + 2)
#define LINE_CONTROL (COM1 + 3)
#define MODEM_CONTROL (COM1 + 4)
#define LINE_STATUS (COM1 + 5)

#define DATA_READY 0x01
#define SEND_EMPTY 0x20
#define COM1_GSI 4

#define QUEUE 256u

static struct {
    char bytes[QUEUE];
    uint32_t head; /* next to write */
    uint32_t tail; /* next to read */
    struct semaphore filled;
} input;

void serial_init(void)
{
    outb(INTERRUPT_ENABLE, 0);
    outb(LINE_CONTROL, 0x80); /* divisor latch: 115200 baud */
    outb(DATA, 1);
    outb(INTERRUPT_ENABLE, 0);
    outb(LINE_CONTROL, 0x03); /* 8 bits, no parity, 1 stop bit */
    outb(FIFO_CONTROL, 0x07); /* FIFOs on and empty, interrupt at 1 byte */
    outb(MODEM_CONTROL, 0x0b);
}

void serial_put(char byte)
{
    while (!(inb(LINE_STATUS) & SEND_EMPTY))
        pause();
    outb(DATA, (uint8_t)byte);
}

char serial_poll(void)
{
    while (!(inb(LINE_STATUS) & DATA_READY))
        pause();
    return (char)inb(DATA);
}

static void serial_interrupt(void *arg)
{
    (void)arg;
    while (inb(LINE_STATUS) & DATA_READY) {
        char byte = (char)inb(DATA);
        if (input.head - input.tail == QUEUE)
            continue; /* nobody types this fast: a flood is cut */
        input.bytes[input.head++ % QUEUE] = byte;
        semaphore_signal(&input.filled);
    }
}

void serial_start_input(void)
{
    semaphore_init(&input.filled, "serial.input", 0);
    apic_route(COM1_GSI, irq_register(serial_interrupt, NULL), false);
    outb(INTERRUPT_ENABLE, 0x01);
}

int serial_get(uint64_t ns)
{
    if (!semaphore_wait(&input.filled, ns))
        return -1;
    uint64_t flags = irq_save();
    int byte = (unsigned char)input.bytes[input.tail++ % QUEUE];
    irq_restore(flags);
    return byte;
}
