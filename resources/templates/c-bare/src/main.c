// A kernel of a page: says hello on the serial line, prints its command line, echoes what is typed.
#include <stdint.h>

enum { COM1 = 0x3f8, LINE_STATUS = COM1 + 5, RECEIVED = 1, CAN_SEND = 0x20 };

// Xen's arch-x86/hvm/start_info.h, as far as it is used.
struct start_info {
  uint32_t magic, version, flags, modules;
  uint64_t module_list, command_line, rsdp;
};

static void out(uint16_t port, uint8_t value) {
  __asm__ volatile("outb %0, %1" : : "a"(value), "Nd"(port));
}

static uint8_t in(uint16_t port) {
  uint8_t value;
  __asm__ volatile("inb %1, %0" : "=a"(value) : "Nd"(port));
  return value;
}

static void put(char c) {
  while (!(in(LINE_STATUS) & CAN_SEND)) {
  }
  out(COM1, (uint8_t)c);
}

static void say(const char *text) {
  for (; *text; text++) {
    if (*text == '\n') {
      put('\r');
    }
    put(*text);
  }
}

static char get(void) {
  while (!(in(LINE_STATUS) & RECEIVED)) {
    __asm__ volatile("pause");
  }
  return (char)in(COM1);
}

void kernel_main(const struct start_info *start) {
  say("Hello from bare metal\n");
  if (start->command_line) {
    say("started with: ");
    say((const char *)start->command_line);
    say("\n");
  }
  say("> ");
  for (;;) {
    char c = get();
    if (c == '\r' || c == '\n') {
      say("\n> ");
    } else {
      put(c);
    }
  }
}
