// A web server that says hello: one connection at a time, by POSIX sockets alone.
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { PORT = 8080, LONGEST_REQUEST = 4096 };

static const char body[] = "Hello from a unikernel\n";

// Reads until the empty line that ends a request's head. False where the client went away.
static int request(int client) {
  char text[LONGEST_REQUEST + 1];
  size_t length = 0;
  while (length < LONGEST_REQUEST) {
    ssize_t count = read(client, text + length, LONGEST_REQUEST - length);
    if (count <= 0) {
      return 0;
    }
    length += (size_t)count;
    text[length] = '\0';
    if (strstr(text, "\r\n\r\n")) {
      return 1;
    }
  }
  return 0;
}

static void answer(int client) {
  char text[256];
  int length = snprintf(text, sizeof text,
                        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
                        "Content-Length: %zu\r\nConnection: close\r\n\r\n%s",
                        sizeof body - 1, body);
  for (int done = 0; done < length;) {
    ssize_t count = write(client, text + done, (size_t)(length - done));
    if (count <= 0) {
      return;
    }
    done += (int)count;
  }
}

static int failed(const char *what) {
  printf("%s: %s\n", what, strerror(errno));
  return 1;
}

int main(void) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  if (listener < 0) {
    return failed("socket");
  }
  int yes = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  struct sockaddr_in here = {
      .sin_family = AF_INET, .sin_port = htons(PORT), .sin_addr.s_addr = htonl(INADDR_ANY)};
  if (bind(listener, (struct sockaddr *)&here, sizeof here) < 0) {
    return failed("bind");
  }
  if (listen(listener, 16) < 0) {
    return failed("listen");
  }
  printf("listening on :%d\n", PORT);
  for (;;) {
    int client = accept(listener, NULL, NULL);
    if (client < 0) {
      return failed("accept");
    }
    if (request(client)) {
      answer(client);
    }
    close(client);
  }
}
