// SPDX-License-Identifier: Apache-2.0
#include "conn.h"

#include <lwip/inet.h>
#include <lwip/sockets.h>
#include <lwip/tcp.h>
#include <string.h>
#include <tide/print.h>

#define SEND_PATIENCE_S 10
#define LINGER_MOMENTS 5

void conn_open(struct conn *c, int fd)
{
    struct timeval moment = {0, CONN_MOMENT_MS * 1000};
    struct timeval patience = {SEND_PATIENCE_S, 0};
    struct sockaddr_in peer = {0};
    socklen_t size = sizeof(peer);
    int yes = 1;

    c->fd = fd;
    c->have = 0;
    lwip_setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &moment, sizeof(moment));
    lwip_setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
    lwip_setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
    lwip_getpeername(fd, (struct sockaddr *)&peer, &size);

    char text[16];
    inet_ntoa_r(peer.sin_addr, text, sizeof(text));
    snprintf(c->peer, sizeof(c->peer), "%s:%u", text, lwip_ntohs(peer.sin_port));
}

enum conn_event conn_fill(struct conn *c)
{
    if (c->have == sizeof(c->input))
        return CONN_CLOSED;
    ssize_t got = lwip_recv(c->fd, c->input + c->have, sizeof(c->input) - c->have, 0);
    if (got > 0) {
        c->have += (size_t)got;
        return CONN_DATA;
    }
    return got < 0 && (errno == EWOULDBLOCK || errno == ETIMEDOUT) ? CONN_QUIET : CONN_CLOSED;
}

void conn_consume(struct conn *c, size_t length)
{
    memmove(c->input, c->input + length, c->have - length);
    c->have -= length;
}

bool conn_write(struct conn *c, const void *data, size_t length)
{
    const char *at = data;

    while (length > 0) {
        ssize_t sent = lwip_send(c->fd, at, length, 0);
        if (sent <= 0)
            return false;
        at += sent;
        length -= (size_t)sent;
    }
    return true;
}

void conn_close(struct conn *c, bool linger)
{
    if (linger) {
        /* Closing with input unread would be a reset, which can overtake our answer. */
        lwip_shutdown(c->fd, SHUT_WR);
        c->have = 0;
        for (int i = 0; i < LINGER_MOMENTS && conn_fill(c) == CONN_DATA; i++)
            c->have = 0;
    }
    lwip_close(c->fd);
}

void conn_refuse(int fd)
{
    lwip_close(fd);
}
