// SPDX-License-Identifier: Apache-2.0
#include <tide/changes.h>

#include <tide/clock.h>
#include <tide/print.h>

#include "x86.h"

struct change tide_changes[CHANGES];
uint64_t tide_change_count;

void note_change(enum change_kind kind, uint32_t id, const char *name)
{
    uint64_t flags = irq_save();
    struct change *change = &tide_changes[tide_change_count % CHANGES];

    change->sequence = ++tide_change_count;
    change->at_ns = clock_ns();
    change->kind = kind;
    change->id = id;
    snprintf(change->name, sizeof(change->name), "%s", name);
    irq_restore(flags);
}

const char *change_kind_name(uint32_t kind)
{
    static const char *const names[] = {
        "?", "thread-start", "thread-exit", "listen", "connection-open", "connection-close",
    };

    return names[kind < COUNT_OF(names) ? kind : 0];
}
