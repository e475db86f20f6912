// SPDX-License-Identifier: Apache-2.0
// Words that show what is there.
#include <tide/clock.h>
#include <tide/heap.h>
#include <tide/net.h>
#include <tide/sync.h>
#include <tide/thread.h>
#include <tide/truth.h>
#include <tide/words.h>

#include "network.h"
#include "serial.h"
#include "shell.h"
#include "x86.h"

static enum word_result threads(struct out *out, int argc, char **argv)
{
    (void)argc, (void)argv;
    out_printf(out, "%4s  %-16s %-9s %10s %9s  %s\n", "ID", "NAME", "STATE", "CPU ms", "STACK", "WAITS FOR");
    preempt_disable();
    LIST_EACH(node, &tide_threads) {
        const struct thread *t = LIST_ENTRY(node, struct thread, all);
        const struct wait_queue *w = t->waits_on;
        out_printf(out, "%4u  %-16s %-9s %10lu %4lu/%luK", t->id, t->name, thread_state_name(t->state),
                   (uint64_t)(thread_run_ns(t) / NS_PER_MS), (uint64_t)(thread_stack_peak(t) + 1023) >> 10, t->stack_size / 1024);
        if (w != NULL)
            out_printf(out, "  %s %s", wait_kind_name(w->kind), w->name);
        if (w != NULL && w->owner != NULL)
            out_printf(out, ", held by %s", w->owner->name);
        out_printf(out, "\n");
    }
    preempt_enable();
    return WORD_DONE;
}

static enum word_result heap(struct out *out, int argc, char **argv)
{
    (void)argc, (void)argv;
    out_printf(out, "total %lu KiB, used %lu, free %lu, peak %lu\n", tide_heap.total >> 10, tide_heap.used >> 10,
               tide_heap.free >> 10, tide_heap.peak >> 10);
    out_printf(out, "%lu blocks; %lu allocations, %lu frees, %lu failures\n", tide_heap.blocks, tide_heap.allocations,
               tide_heap.frees, tide_heap.failures);
    return WORD_DONE;
}

static enum word_result packets(struct out *out, int argc, char **argv)
{
    (void)argc, (void)argv;
    out_printf(out, "received %lu packets, %lu bytes, %lu dropped\n", tide_net.rx_packets, tide_net.rx_bytes,
               tide_net.rx_dropped);
    out_printf(out, "sent     %lu packets, %lu bytes, %lu dropped\n", tide_net.tx_packets, tide_net.tx_bytes,
               tide_net.tx_dropped);
    return WORD_DONE;
}

static enum word_result sockets(struct out *out, int argc, char **argv)
{
    (void)argc, (void)argv;
    list_sockets(out);
    return WORD_DONE;
}

static enum word_result uptime(struct out *out, int argc, char **argv)
{
    (void)argc, (void)argv;
    uint64_t ms = clock_ns() / NS_PER_MS;
    out_printf(out, "up %lu.%03lu s, %lu context switches\n", ms / 1000, ms % 1000, tide_switches);
    return WORD_DONE;
}

static enum word_result echo(struct out *out, int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        out_printf(out, "%s%s", argv[i], i + 1 < argc ? " " : "");
    out_printf(out, "\n");
    return WORD_DONE;
}

static enum word_result truth(struct out *out, int argc, char **argv)
{
    if (argc != 2 || !truth_write(out, argv[1]))
        return word_usage(out, "truth threads|sockets|heap|sites|pools|packets|changes");
    out_printf(out, "\n");
    return WORD_DONE;
}

#define HELD_ROOM KIB(1024) /* 4,000 threads fit */

static void put_line(const char *text)
{
    for (; *text; text++)
        serial_put(*text);
    serial_put('\n');
}

/* The truth with nothing happening: it is gathered and told with interrupts off, and nothing
 * goes on until a byte comes. Room is taken before, since growing would change the heap. */
static enum word_result hold(struct out *out, int argc, char **argv)
{
    struct out held = {heap_alloc(HELD_ROOM), 0, HELD_ROOM, false};

    if (argc != 2 || held.text == NULL) {
        out_free(&held);
        return word_usage(out, "hold threads|sockets|heap|sites|pools|packets|changes");
    }
    preempt_disable();
    uint64_t flags = irq_save();
    bool known = truth_write(&held, argv[1]);
    if (known) {
        put_line("held:");
        put_line(held.failed ? "too much" : held.text);
        serial_poll();
    }
    irq_restore(flags);
    preempt_enable();
    out_free(&held);
    return known ? WORD_DONE : word_usage(out, "hold threads|sockets|heap|sites|pools|packets|changes");
}

static const struct word words[] = {
    {"threads", "", "every thread, its state, time and stack", threads},
    {"sockets", "", "listeners and connections", sockets},
    {"heap", "", "what the allocator counts", heap},
    {"packets", "", "what the network card's driver counts", packets},
    {"uptime", "", "time since the first instruction", uptime},
    {"truth", "WHAT", "one of these lists as JSON", truth},
    {"hold", "WHAT", "the same on the console, and stand still until a byte comes there", hold},
    {"echo", "TEXT", "the text again", echo},
};

struct word_set words_look = {.title = "Look:", .words = words, .count = COUNT_OF(words)};
