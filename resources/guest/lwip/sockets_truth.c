// SPDX-License-Identifier: Apache-2.0
// What lwIP has open, told by lwIP's own structures under its own lock.
#include <lwip/api.h>
#include <lwip/priv/tcp_priv.h>
#include <lwip/stats.h>
#include <lwip/tcpip.h>
#include <lwip/udp.h>
#include <tide/clock.h>
#include <tide/out.h>

#include "network.h"

static uint32_t backlog_used(const struct tcp_pcb_listen *l)
{
#if TCP_LISTEN_BACKLOG
    return l->accepts_pending;
#else
    (void)l;
    return 0;
#endif
}

static int backlog_limit(const struct tcp_pcb_listen *l)
{
#if TCP_LISTEN_BACKLOG
    return l->backlog;
#else
    (void)l;
    return -1;
#endif
}

static bool in_backlog(const struct tcp_pcb *p)
{
#if TCP_LISTEN_BACKLOG
    return p->flags & TF_BACKLOGPEND;
#else
    (void)p;
    return false;
#endif
}

/* Connections between SYN and handshake's end. */
static uint32_t half_open(const struct tcp_pcb_listen *l)
{
    uint32_t count = 0;

    for (const struct tcp_pcb *p = tcp_active_pcbs; p != NULL; p = p->next)
        count += p->state == SYN_RCVD && p->listener == l;
    return count;
}

/* Connections that are complete and wait in the socket for accept(). */
static uint32_t accept_queue(const struct tcp_pcb_listen *l)
{
    const struct netconn *conn = l->callback_arg;

    return conn != NULL && sys_mbox_valid(&conn->acceptmbox) ? conn->acceptmbox->head - conn->acceptmbox->tail : 0;
}

static const char *address(const ip_addr_t *ip)
{
    return ip_addr_isany(ip) ? "*" : ipaddr_ntoa(ip);
}

/* What the application has not read yet: the part of the window that is not on offer. */
static uint32_t receive_queue(const struct tcp_pcb *p)
{
    return p->state == TIME_WAIT ? 0 : (uint32_t)(TCP_WND_MAX(p) - p->rcv_wnd);
}

static void write_pcb(struct out *out, const struct tcp_pcb *p)
{
    out_printf(out, "{\"address\":\"%p\",\"state\":\"%s\",\"localPort\":%u", (const void *)p,
               tcp_debug_state_str(p->state), p->local_port);
    out_printf(out, ",\"local\":\"%s\"", address(&p->local_ip));
    out_printf(out, ",\"remote\":\"%s\",\"remotePort\":%u", address(&p->remote_ip), p->remote_port);
    out_printf(out, ",\"receiveQueue\":%u,\"sendQueue\":%u,\"sendSegments\":%u,\"retransmissions\":%u,\"inBacklog\":%s}",
               receive_queue(p), p->state == TIME_WAIT ? 0 : (uint32_t)(TCP_SND_BUF - p->snd_buf), p->snd_queuelen,
               p->nrtx, in_backlog(p) ? "true" : "false");
}

static void write_list(struct out *out, const struct tcp_pcb *p, const char **comma)
{
    for (; p != NULL; p = p->next) {
        out_printf(out, "%s", *comma);
        write_pcb(out, p);
        *comma = ",";
    }
}

static void write_listeners(struct out *out)
{
    const char *comma = "";

    for (const struct tcp_pcb_listen *l = tcp_listen_pcbs.listen_pcbs; l != NULL; l = l->next) {
        out_printf(out, "%s{\"address\":\"%p\",\"port\":%u,\"backlogUsed\":%u,\"backlogLimit\":", comma, (const void *)l,
                   l->local_port, backlog_used(l));
        if (backlog_limit(l) < 0)
            out_printf(out, "null");
        else
            out_printf(out, "%d", backlog_limit(l));
        out_printf(out, ",\"halfOpen\":%u,\"acceptQueue\":%u,\"acceptQueueLimit\":%d}", half_open(l), accept_queue(l),
                   DEFAULT_ACCEPTMBOX_SIZE);
        comma = ",";
    }
}

/* What waits to be read from a socket; what listens below sockets, as DHCP does, keeps nothing. */
static void write_datagrams(struct out *out, const struct udp_pcb *u)
{
    const struct netconn *conn = u->recv_arg;

    if (conn != NULL && conn->pcb.udp == u && sys_mbox_valid(&conn->recvmbox))
        out_printf(out, ",\"waiting\":%d,\"limit\":%d,\"datagrams\":%u,\"most\":%u", conn->recv_avail,
                   conn->recv_bufsize, conn->recvmbox->head - conn->recvmbox->tail, conn->recvmbox->size);
    out_printf(out, "}");
}

static void write_statistics(struct out *out)
{
    const struct stats_proto *t = &lwip_stats.tcp;
    const struct stats_mem *pcbs = lwip_stats.memp[MEMP_TCP_PCB];

    out_printf(out, ",\"tcp\":{\"sent\":%u,\"received\":%u,\"dropped\":%u,\"checksumErrors\":%u,\"memoryErrors\":%u}",
               t->xmit, t->recv, t->drop, t->chkerr, t->memerr);
    out_printf(out, ",\"pcbs\":{\"used\":%u,\"most\":%u,\"available\":%u,\"refused\":%u}", (unsigned)pcbs->used,
               (unsigned)pcbs->max, (unsigned)pcbs->avail, (unsigned)pcbs->err);
}

void write_sockets(struct out *out)
{
    const char *comma = "";

    LOCK_TCPIP_CORE();
    out_printf(out, "{\"atNs\":%lu,\"listeners\":[", clock_ns());
    write_listeners(out);
    out_printf(out, "],\"connections\":[");
    write_list(out, tcp_active_pcbs, &comma);
    write_list(out, tcp_tw_pcbs, &comma);
    out_printf(out, "],\"udp\":[");
    comma = "";
    for (const struct udp_pcb *u = udp_pcbs; u != NULL; u = u->next) {
        out_printf(out, "%s{\"address\":\"%p\",\"port\":%u", comma, (const void *)u, u->local_port);
        write_datagrams(out, u);
        comma = ",";
    }
    out_printf(out, "]");
    write_statistics(out);
    UNLOCK_TCPIP_CORE();
    out_printf(out, "}");
}

/* What lwIP counts of each fixed pool, and how many free elements its list has. */
void write_pools(struct out *out)
{
    SYS_ARCH_DECL_PROTECT(protection);

    out_printf(out, "{\"atNs\":%lu,\"pools\":[", clock_ns());
    for (int i = 0; i < MEMP_MAX; i++) {
        const struct memp_desc *pool = memp_pools[i];
        unsigned free = 0;
        SYS_ARCH_PROTECT(protection);
        struct stats_mem stats = *pool->stats;
        for (const struct memp *element = *pool->tab; element != NULL; element = element->next)
            free++;
        SYS_ARCH_UNPROTECT(protection);
        out_printf(out, "%s{\"size\":%u,\"count\":%u,\"free\":%u", i ? "," : "", (unsigned)pool->size,
                   (unsigned)pool->num, free);
        out_printf(out, ",\"used\":%u,\"most\":%u,\"refused\":%u}", (unsigned)stats.used, (unsigned)stats.max,
                   (unsigned)stats.err);
    }
    out_printf(out, "]}");
}

static void list_pcbs(struct out *out, const struct tcp_pcb *p)
{
    for (; p != NULL; p = p->next)
        out_printf(out, "tcp  %-11s :%-5u  %s:%u  recv %u, send %u%s\n", tcp_debug_state_str(p->state), p->local_port,
                   address(&p->remote_ip), p->remote_port, receive_queue(p),
                   p->state == TIME_WAIT ? 0 : (uint32_t)(TCP_SND_BUF - p->snd_buf),
                   in_backlog(p) ? ", in backlog" : "");
}

void list_sockets(struct out *out)
{
    LOCK_TCPIP_CORE();
    for (const struct tcp_pcb_listen *l = tcp_listen_pcbs.listen_pcbs; l != NULL; l = l->next) {
        out_printf(out, "tcp  LISTEN      :%-5u  ", l->local_port);
        if (backlog_limit(l) < 0)
            out_printf(out, "no backlog limit, %u of %d wait for accept\n", accept_queue(l), DEFAULT_ACCEPTMBOX_SIZE);
        else
            out_printf(out, "backlog %u of %d\n", backlog_used(l), backlog_limit(l));
    }
    list_pcbs(out, tcp_active_pcbs);
    list_pcbs(out, tcp_tw_pcbs);
    UNLOCK_TCPIP_CORE();
}
