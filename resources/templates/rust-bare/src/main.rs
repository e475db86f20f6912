//! A kernel of a page: says hello on the serial line and echoes what is typed.
#![no_std]
#![no_main]

use core::arch::{asm, global_asm};
use core::panic::PanicInfo;

global_asm!(include_str!("start.S"), options(att_syntax));

const COM1: u16 = 0x3f8;
const LINE_STATUS: u16 = COM1 + 5;
const RECEIVED: u8 = 1;
const CAN_SEND: u8 = 0x20;

fn write_port(port: u16, value: u8) {
    // SAFETY: the serial port is ours alone, and writing to it touches no memory.
    unsafe { asm!("out dx, al", in("dx") port, in("al") value, options(nomem, nostack)) }
}

fn read_port(port: u16) -> u8 {
    let value: u8;
    // SAFETY: as above.
    unsafe { asm!("in al, dx", in("dx") port, out("al") value, options(nomem, nostack)) }
    value
}

fn put(byte: u8) {
    while read_port(LINE_STATUS) & CAN_SEND == 0 {}
    write_port(COM1, byte);
}

fn say(text: &str) {
    for byte in text.bytes() {
        if byte == b'\n' {
            put(b'\r');
        }
        put(byte);
    }
}

fn get() -> u8 {
    while read_port(LINE_STATUS) & RECEIVED == 0 {
        core::hint::spin_loop();
    }
    read_port(COM1)
}

/// Where `start.S` goes on in 64 bits.
#[no_mangle]
extern "C" fn kernel_main() -> ! {
    say("Hello from bare metal\n> ");
    loop {
        match get() {
            b'\r' | b'\n' => say("\n> "),
            byte => put(byte),
        }
    }
}

#[panic_handler]
fn panic(_: &PanicInfo) -> ! {
    say("panic\n");
    loop {
        core::hint::spin_loop();
    }
}
