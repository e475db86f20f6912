// SPDX-License-Identifier: Apache-2.0
#include <tide/net.h>
#include <tide/print.h>
#include <tide/thread.h>
#include <lwip/sockets.h>
int main(int argc, char **argv)
{
    (void)argc;(void)argv;
    int fd = net_listen(80, 16);
    log_good("tidepool", "listening on :80, backlog 16, 4 workers");
    for (;;) {
        int c = lwip_accept(fd, NULL, NULL);
        char b[1000];
        if (c < 0) continue;
        lwip_recv(c, b, sizeof b, 0);
        lwip_send(c, "HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\nhi\n", 42, 0);
        lwip_close(c);
    }
}
