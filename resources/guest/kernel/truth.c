// SPDX-License-Identifier: Apache-2.0
#include <tide/truth.h>

#include <string.h>
#include <tide/changes.h>
#include <tide/clock.h>
#include <tide/heap.h>
#include <tide/net.h>
#include <tide/sync.h>
#include <tide/thread.h>

#include "network.h"
#include "sites.h"
#include "x86.h"

static void write_wait(struct out *out, const struct wait_queue *w)
{
    if (w == NULL) {
        out_printf(out, ",\"waitsOn\":null");
        return;
    }
    out_printf(out, ",\"waitsOn\":{\"kind\":\"%s\",\"name\":", wait_kind_name(w->kind));
    out_json(out, w->name);
    out_printf(out, ",\"address\":\"%p\",\"owner\":", (const void *)w);
    if (w->owner != NULL)
        out_printf(out, "%u}", w->owner->id);
    else
        out_printf(out, "null}");
}

static void write_thread(struct out *out, const struct thread *t)
{
    out_printf(out, "{\"id\":%u,\"name\":", t->id);
    out_json(out, t->name);
    out_printf(out, ",\"address\":\"%p\",\"state\":\"%s\",\"priority\":%u,\"runNs\":%lu,\"switches\":%lu", (const void *)t,
               thread_state_name(t->state), t->priority, thread_run_ns(t), t->switches);
    out_printf(out, ",\"stackBase\":\"0x%lx\",\"stackSize\":%lu,\"stackPeak\":%lu,\"sp\":\"0x%lx\",\"startedNs\":%lu",
               t->stack_base, t->stack_size, (uint64_t)thread_stack_peak(t), t->sp, t->started_at);
    write_wait(out, t->waits_on);
    if (t->wake_at != 0)
        out_printf(out, ",\"wakeNs\":%lu", t->wake_at);
    out_printf(out, "}");
}

static void write_threads(struct out *out)
{
    const char *comma = "";

    /* The list must not change under the walk; interrupts may go on. */
    preempt_disable();
    out_printf(out, "{\"atNs\":%lu,\"switches\":%lu,\"threads\":[", clock_ns(), tide_switches);
    LIST_EACH(node, &tide_threads) {
        out_printf(out, "%s", comma);
        write_thread(out, LIST_ENTRY(node, struct thread, all));
        comma = ",";
    }
    preempt_enable();
    out_printf(out, "]}");
}

static void write_heap(struct out *out)
{
    uint64_t flags = irq_save();
    struct tide_heap h = tide_heap;
    uint64_t at = clock_ns();
    irq_restore(flags);

    out_printf(out, "{\"atNs\":%lu,\"total\":%lu,\"used\":%lu,\"free\":%lu,\"peak\":%lu,\"blocks\":%lu", at, h.total,
               h.used, h.free, h.peak, h.blocks);
    out_printf(out, ",\"allocations\":%lu,\"frees\":%lu,\"failures\":%lu,\"regions\":%lu}", h.allocations, h.frees,
               h.failures, h.regions);
}

static void write_packets(struct out *out)
{
    uint64_t flags = irq_save();
    struct tide_net n = tide_net;
    uint64_t at = clock_ns();
    irq_restore(flags);

    out_printf(out, "{\"atNs\":%lu,\"rxPackets\":%lu,\"rxBytes\":%lu,\"rxDropped\":%lu", at, n.rx_packets, n.rx_bytes,
               n.rx_dropped);
    out_printf(out, ",\"txPackets\":%lu,\"txBytes\":%lu,\"txDropped\":%lu,\"interrupts\":%lu}", n.tx_packets,
               n.tx_bytes, n.tx_dropped, n.interrupts);
}

static void write_changes(struct out *out)
{
    const char *comma = "";
    uint64_t count = tide_change_count;
    uint64_t first = count > CHANGES ? count - CHANGES : 0;

    out_printf(out, "{\"atNs\":%lu,\"count\":%lu,\"changes\":[", clock_ns(), count);
    for (uint64_t i = first; i < count; i++) {
        struct change c = tide_changes[i % CHANGES];
        if (c.sequence != i + 1)
            continue; /* overwritten meanwhile */
        out_printf(out, "%s{\"sequence\":%lu,\"atNs\":%lu,\"what\":\"%s\",\"id\":%u,\"name\":", comma, c.sequence,
                   c.at_ns, change_kind_name(c.kind), c.id);
        out_json(out, c.name);
        out_printf(out, "}");
        comma = ",";
    }
    out_printf(out, "]}");
}

bool truth_write(struct out *out, const char *what)
{
    static const struct {
        const char *name;
        void (*write)(struct out *out);
    } lists[] = {
        {"threads", write_threads}, {"sockets", write_sockets}, {"heap", write_heap},
        {"packets", write_packets}, {"changes", write_changes}, {"pools", write_pools},
        {"sites", write_sites},
    };

    for (size_t i = 0; i < COUNT_OF(lists); i++)
        if (strcmp(what, lists[i].name) == 0) {
            lists[i].write(out);
            return true;
        }
    return false;
}
