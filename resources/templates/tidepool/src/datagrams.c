// SPDX-License-Identifier: Apache-2.0
#include "datagrams.h"

#include <lwip/sockets.h>
#include <tide/print.h>
#include <tide/words.h>

static enum word_result udp(struct out *out, int argc, char **argv)
{
    uint64_t port;

    if (argc != 2 || !word_number(argv[1], 65535, &port) || port == 0) {
        word_usage(out, "udp PORT");
        return WORD_USAGE;
    }
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = lwip_htons((uint16_t)port)};
    int fd = lwip_socket(AF_INET, SOCK_DGRAM, 0);
    if (fd < 0 || lwip_bind(fd, (struct sockaddr *)&here, sizeof(here)) < 0) {
        if (fd >= 0)
            lwip_close(fd);
        out_printf(out, "udp port %lu cannot be had\n", port);
        return WORD_FAILED;
    }
    out_printf(out, "datagrams to udp port %lu wait, and nobody reads them\n", port);
    return WORD_DONE;
}

void datagram_words(void)
{
    static const struct word words[] = {
        {"udp", "PORT", "open a port whose datagrams nobody reads", udp},
    };
    static struct word_set set = {.title = "Datagrams:", .words = words, .count = COUNT_OF(words)};

    words_add(&set);
}
