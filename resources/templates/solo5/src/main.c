// Says hello and what it was started with. Solo5 hands over frames, not connections: HTTP needs a
// TCP of your own on solo5_net_read and solo5_net_write.
#include <solo5.h>

static size_t length(const char *text) {
  size_t count = 0;
  while (text[count]) {
    count++;
  }
  return count;
}

static void say(const char *text) { solo5_console_write(text, length(text)); }

int solo5_app_main(const struct solo5_start_info *start) {
  say("Hello from Solo5\nstarted with: ");
  say(start->cmdline);
  say("\n");
  return SOLO5_EXIT_SUCCESS;
}
