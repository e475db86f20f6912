// SPDX-License-Identifier: Apache-2.0
// lwIP as tide builds it: sockets over its own tcpip thread, everything counted.
#ifndef TIDE_LWIPOPTS_H
#define TIDE_LWIPOPTS_H

#define NO_SYS 0
#define SYS_LIGHTWEIGHT_PROT 1
#define LWIP_TCPIP_CORE_LOCKING 1
#define LWIP_SOCKET 1
#define LWIP_NETCONN 1
#define LWIP_COMPAT_SOCKETS 0
#define LWIP_POSIX_SOCKETS_IO_NAMES 0
#define LWIP_SO_RCVTIMEO 1
#define LWIP_SO_SNDTIMEO 1
#define LWIP_SO_LINGER 1
#define LWIP_SO_RCVBUF 1 /* datagrams that wait are counted in bytes, as Linux does */
#define RECV_BUFSIZE_DEFAULT 8192
#define SO_REUSE 1
#define LWIP_TIMEVAL_PRIVATE 1
#define LWIP_ERRNO_STDINCLUDE 1

#define LWIP_IPV4 1
#define LWIP_IPV6 0
#define LWIP_ARP 1
#define LWIP_ICMP 1
#define LWIP_UDP 1
#define LWIP_TCP 1
#define LWIP_RAW 0
#define LWIP_DHCP 1
#define LWIP_DNS 0
#define LWIP_IGMP 0
#define LWIP_ACD 0
#define DHCP_DOES_ARP_CHECK 0

/* Buffers come from the kernel's heap; control blocks from lwIP's fixed pools, so that
 * "no PCB left" is a state the guest can be in. */
#define MEM_LIBC_MALLOC 1
#define mem_clib_malloc(size) heap_alloc_for(16, size, __builtin_return_address(0))
#define mem_clib_free heap_free
#define mem_clib_calloc(count, size) heap_zalloc((size_t)(count) * (size))
#define MEM_ALIGNMENT 16
#define MEMP_MEM_MALLOC 0
#define MEMP_NUM_NETCONN 160
#define MEMP_NUM_TCP_PCB 128
#define MEMP_NUM_TCP_PCB_LISTEN 8
#define MEMP_NUM_UDP_PCB 8
#define MEMP_NUM_TCP_SEG 512
#define MEMP_NUM_PBUF 128
#define MEMP_NUM_NETBUF 32
#define MEMP_NUM_TCPIP_MSG_API 32
#define MEMP_NUM_TCPIP_MSG_INPKT 256
#define MEMP_NUM_SYS_TIMEOUT 16
#define PBUF_POOL_SIZE 160
#define PBUF_POOL_BUFSIZE 1536

#define TCP_MSS 1460
#define TCP_WND (16 * TCP_MSS)
#define TCP_SND_BUF (16 * TCP_MSS)
#define TCP_SND_QUEUELEN 64
#define TCP_MSL 5000 /* so that TIME_WAIT is there to be seen, but not for minutes */
#define TCP_QUEUE_OOSEQ 1
#define LWIP_TCP_KEEPALIVE 1

/* A listener whose backlog is full ignores further SYNs. Without this option (as some
 * kernels build lwIP) they pile up in the accept mailbox, and are reset when it is full. */
#ifdef TIDE_NO_BACKLOG
#define TCP_LISTEN_BACKLOG 0
#else
#define TCP_LISTEN_BACKLOG 1
#endif
#define TCP_DEFAULT_LISTEN_BACKLOG 16

#define TCPIP_THREAD_NAME "tcpip"
#define TCPIP_THREAD_STACKSIZE 16384
#define TCPIP_THREAD_PRIO 2
#define TCPIP_MBOX_SIZE 256
#define DEFAULT_TCP_RECVMBOX_SIZE 64
#define DEFAULT_UDP_RECVMBOX_SIZE 32
#define DEFAULT_ACCEPTMBOX_SIZE 64 /* larger than any backlog used, so the backlog is what limits */

#define LWIP_TCP_PCB_NUM_EXT_ARGS 1 /* connections note their coming and going */
#define LWIP_NETIF_HOSTNAME 1
#define LWIP_NETIF_STATUS_CALLBACK 1
#define LWIP_NETIF_TX_SINGLE_PBUF 0

#define LWIP_STATS 1
#define LWIP_STATS_LARGE 1
#define LINK_STATS 1
#define MIB2_STATS 1
#define LWIP_STATS_DISPLAY 0

#define LWIP_NOASSERT_ON_ERROR 0
#define LWIP_RAND() tide_random()
#define LWIP_TCPIP_THREAD_ALIVE()

#include <tide/heap.h>
#include <tide/net.h>

#endif
