// SPDX-License-Identifier: Apache-2.0
// lwIP's Ethernet interface over the virtio card, its address, and listening sockets.
#include <stdlib.h>
#include <string.h>

#include <lwip/dhcp.h>
#include <lwip/etharp.h>
#include <lwip/ip4_addr.h>
#include <lwip/priv/tcp_priv.h>
#include <lwip/sockets.h>
#include <lwip/snmp.h>
#include <lwip/stats.h>
#include <lwip/tcpip.h>
#include <netif/ethernet.h>
#include <tide/changes.h>
#include <tide/net.h>
#include <tide/print.h>

#include "command_line.h"
#include "network.h"
#include "virtio_net.h"
#include "x86.h"

/* QEMU's user network gives its first guest this address: no need to wait for DHCP. */
#define DEFAULT_ADDRESS "10.0.2.15/24"
#define DEFAULT_GATEWAY "10.0.2.2"

static struct netif card;

uint32_t tide_random(void)
{
    static uint64_t state;

    /* Marsaglia's xorshift, stirred by the counter at each call: for ports and sequence
     * numbers, not for secrets. */
    state ^= rdtsc();
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 16);
}

static err_t transmit(struct netif *netif, struct pbuf *frame)
{
    if (frame->tot_len > FRAME_MOST)
        return ERR_BUF;
    uint8_t *room = virtio_net_room();
    if (room == NULL) {
        LINK_STATS_INC(link.drop);
        return ERR_MEM;
    }
    pbuf_copy_partial(frame, room, frame->tot_len, 0);
    virtio_net_send(room, frame->tot_len);
    LINK_STATS_INC(link.xmit);
    MIB2_STATS_NETIF_ADD(netif, ifoutoctets, frame->tot_len);
    return ERR_OK;
}

static void receive(const uint8_t *data, size_t length)
{
    struct pbuf *frame = pbuf_alloc(PBUF_RAW, (u16_t)length, PBUF_POOL);

    if (frame == NULL) {
        tide_net.rx_dropped++;
        LINK_STATS_INC(link.memerr);
        return;
    }
    pbuf_take(frame, data, (u16_t)length);
    LINK_STATS_INC(link.recv);
    MIB2_STATS_NETIF_ADD(&card, ifinoctets, length);
    if (card.input(frame, &card) != ERR_OK) {
        tide_net.rx_dropped++;
        LINK_STATS_INC(link.drop);
        pbuf_free(frame);
    }
}

static err_t init_card(struct netif *netif)
{
    netif->name[0] = 'e';
    netif->name[1] = 'n';
    netif->hostname = "tide";
    netif->output = etharp_output;
    netif->linkoutput = transmit;
    netif->mtu = 1500;
    netif->hwaddr_len = 6;
    memcpy(netif->hwaddr, tide_net.mac, 6);
    netif->flags = NETIF_FLAG_BROADCAST | NETIF_FLAG_ETHARP | NETIF_FLAG_ETHERNET | NETIF_FLAG_LINK_UP;
    return ERR_OK;
}

/* "a.b.c.d/n"; without /n, 24 bits. */
static bool parse_address(const char *text, ip4_addr_t *address, ip4_addr_t *mask)
{
    char copy[20];
    const char *slash = strchr(text, '/');
    size_t length = slash ? (size_t)(slash - text) : strlen(text);
    int bits = slash ? atoi(slash + 1) : 24;

    if (length >= sizeof(copy) || bits < 1 || bits > 32)
        return false;
    memcpy(copy, text, length);
    copy[length] = '\0';
    mask->addr = lwip_htonl(0xffffffffu << (32 - bits));
    return ip4addr_aton(copy, address) != 0;
}

static void report_address(struct netif *netif)
{
    if (!ip4_addr_isany_val(*netif_ip4_addr(netif)))
        log_info("net", "address %s", net_address());
}

static void set_address(void)
{
    const char *ip = command_line_value("ip", 0);
    const char *gw = command_line_value("gw", 0);
    ip4_addr_t address, mask, gateway;

    if (ip != NULL && strcmp(ip, "dhcp") == 0) {
        netif_set_status_callback(&card, report_address);
        netif_set_up(&card);
        dhcp_start(&card);
        return;
    }
    if (ip != NULL && !parse_address(ip, &address, &mask)) {
        log_warn("net", "ip=%s is no address/bits; using " DEFAULT_ADDRESS, ip);
        ip = NULL;
    }
    if (ip == NULL)
        parse_address(DEFAULT_ADDRESS, &address, &mask);
    if (gw == NULL || !ip4addr_aton(gw, &gateway)) {
        if (gw != NULL)
            log_warn("net", "gw=%s is no address; using " DEFAULT_GATEWAY, gw);
        ip4addr_aton(DEFAULT_GATEWAY, &gateway);
    }
    netif_set_addr(&card, &address, &mask, &gateway);
    netif_set_up(&card);
    report_address(&card);
}

void network_start(void)
{
    tcpip_init(NULL, NULL);
    LOCK_TCPIP_CORE();
    if (!tide_net.present) {
        log_warn("net", "no virtio card; only the serial line is left");
    } else if (netif_add(&card, NULL, NULL, NULL, NULL, init_card, tcpip_input) == NULL ||
               !virtio_net_start(receive)) {
        log_error("net", "no memory for the interface");
    } else {
        netif_set_default(&card);
        set_address();
    }
    UNLOCK_TCPIP_CORE();
}

const char *net_address(void)
{
    return ip4_addr_isany_val(*netif_ip4_addr(&card)) ? "-" : ip4addr_ntoa(netif_ip4_addr(&card));
}

/* What the history keeps of a connection, packed into lwIP's one pointer for it. */
static void *pack(const struct tcp_pcb *pcb)
{
    return (void *)((uint64_t)ip_2_ip4(&pcb->remote_ip)->addr << 16 | pcb->remote_port);
}

static void note(enum change_kind kind, void *packed)
{
    ip4_addr_t address = {.addr = (u32_t)((uint64_t)packed >> 16)};
    u16_t port = (u16_t)(uint64_t)packed;
    char name[32], text[16];

    snprintf(name, sizeof(name), "%s:%u", ip4addr_ntoa_r(&address, text, sizeof(text)), port);
    note_change(kind, port, name);
}

static void connection_gone(u8_t id, void *packed)
{
    (void)id;
    note(CHANGE_CONNECTION_CLOSE, packed);
}

static err_t connection_came(u8_t id, struct tcp_pcb_listen *listener, struct tcp_pcb *pcb);

static const struct tcp_ext_arg_callbacks watchers = {connection_gone, connection_came};

static err_t connection_came(u8_t id, struct tcp_pcb_listen *listener, struct tcp_pcb *pcb)
{
    (void)listener;
    tcp_ext_arg_set_callbacks(pcb, id, &watchers);
    tcp_ext_arg_set(pcb, id, pack(pcb));
    note(CHANGE_CONNECTION_OPEN, pack(pcb));
    return ERR_OK;
}

static void watch_listener(uint16_t port)
{
    char name[32];

    LOCK_TCPIP_CORE();
    for (struct tcp_pcb_listen *l = tcp_listen_pcbs.listen_pcbs; l != NULL; l = l->next)
        if (l->local_port == port)
            tcp_ext_arg_set_callbacks((struct tcp_pcb *)l, 0, &watchers);
    UNLOCK_TCPIP_CORE();
    snprintf(name, sizeof(name), "*:%u", port);
    note_change(CHANGE_LISTEN, port, name);
}

int net_listen(uint16_t port, int backlog)
{
    int yes = 1;
    int fd = lwip_socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in any = {
        .sin_len = sizeof(any),
        .sin_family = AF_INET,
        .sin_port = lwip_htons(port),
    };

    if (fd < 0)
        return -1;
    lwip_setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    if (lwip_bind(fd, (struct sockaddr *)&any, sizeof(any)) < 0 || lwip_listen(fd, backlog) < 0) {
        lwip_close(fd);
        return -1;
    }
    watch_listener(port);
    return fd;
}
