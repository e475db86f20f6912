// SPDX-License-Identifier: Apache-2.0
// What the loader tells (Xen public headers, arch-x86/hvm/start_info.h, version 1).
#ifndef TIDE_PVH_H
#define TIDE_PVH_H

#include <tide/base.h>

#define PVH_MAGIC 0x336ec578u
#define PVH_RAM 1u

struct pvh_start_info {
    uint32_t magic;
    uint32_t version;
    uint32_t flags;
    uint32_t module_count;
    uint64_t modules;
    uint64_t command_line;
    uint64_t rsdp;
    uint64_t memory_map;
    uint32_t memory_map_entries;
    uint32_t reserved;
};

struct pvh_memory {
    uint64_t address;
    uint64_t size;
    uint32_t type;
    uint32_t reserved;
};

#endif
