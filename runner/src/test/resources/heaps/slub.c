// SPDX-License-Identifier: Apache-2.0
// Structures as Linux 6.1 has them where its profile looks (include/linux/mmzone.h, include/linux/slub_def.h,
// mm/slab.h); the numbers of the enums are others on purpose, and the code is our own.
#include "state.h"

typedef struct { long counter; } atomic_long_t;
struct list_head { struct list_head *next, *prev; };
enum node_stat_item { NR_LRU_BASE = 3, NR_INACTIVE_FILE, NR_ACTIVE_FILE, NR_SLAB_RECLAIMABLE_B = 9,
    NR_SLAB_UNRECLAIMABLE_B, NR_ANON_MAPPED, NR_FILE_PAGES, NR_SHMEM, NR_PAGETABLE, NR_VM_NODE_STAT_ITEMS = 20 };

struct free_area { struct list_head free_list[2]; unsigned long nr_free; };
struct zone { unsigned long zone_start_pfn; struct free_area free_area[11]; };
struct pglist_data { struct zone node_zones[3]; int nr_zones; };
struct kmem_cache_node { unsigned long nr_partial; struct list_head partial; atomic_long_t nr_slabs, total_objects; };
struct kmem_cache { unsigned flags, size; const char *name; struct list_head list; struct kmem_cache_node *node[4]; };
struct slab {
    unsigned long flags;
    struct kmem_cache *slab_cache;
    struct list_head slab_list;
    union { unsigned long counters; struct { unsigned inuse : 16, objects : 15, frozen : 1; }; };
    unsigned char taken[32];
};

#define PAGES 5000l
#define OBJECTS 12u
atomic_long_t _totalram_pages = {PAGES}, vm_node_stat[NR_VM_NODE_STAT_ITEMS];
enum node_stat_item any_item;
struct slab any_slab;
unsigned nr_online_nodes = 1;
static struct pglist_data node;
struct pglist_data *node_data[4] = {&node};
struct list_head slab_caches = {&slab_caches, &slab_caches};
static char names[3][24] = {"kmalloc-64", "dentry", "dentry"};
static struct kmem_cache_node nodes[3];
static struct kmem_cache caches[3];
static struct slab slabs[SLOTS];
long pages_taken;

static void add(struct list_head *entry, struct list_head *head)
{
    *entry = (struct list_head){head->next, head};
    head->next->prev = entry;
    head->next = entry;
}

static void drop(struct list_head *entry)
{
    entry->next->prev = entry->prev;
    entry->prev->next = entry->next;
}

/* As a buddy allocator would leave them: two zones, each with a bit of every size. */
static void pages(long more)
{
    long left = PAGES - (pages_taken += more);

    for (int z = 0; z < 2; z++) {
        long part = z == 0 ? left / 3 : left - left / 3;
        for (int i = 0; i < 11; i++)
            node.node_zones[z].free_area[i].nr_free = (unsigned long)(i == 10 ? part >> 10 : part >> i & 1);
    }
    vm_node_stat[NR_SLAB_RECLAIMABLE_B].counter = pages_taken / 2;
    vm_node_stat[NR_SLAB_UNRECLAIMABLE_B].counter = pages_taken - pages_taken / 2;
    vm_node_stat[NR_ACTIVE_FILE].counter = 7;
    vm_node_stat[NR_FILE_PAGES].counter = 5;
    vm_node_stat[NR_SHMEM].counter = 8; /* a CPU has not told yet */
}

static struct slab *open_slab(struct kmem_cache *cache)
{
    struct kmem_cache_node *at = cache->node[0];

    if (at->partial.next != &at->partial)
        return (struct slab *)((char *)at->partial.next - __builtin_offsetof(struct slab, slab_list));
    for (struct slab *slab = slabs; slab < slabs + SLOTS; slab++) {
        if (slab->slab_cache != NULL)
            continue;
        memset(slab, 0, sizeof *slab);
        slab->slab_cache = cache, slab->objects = OBJECTS;
        add(&slab->slab_list, &at->partial);
        at->nr_slabs.counter++, at->total_objects.counter += OBJECTS;
        pages(3);
        return slab;
    }
    return NULL;
}

static void *take(uint64_t *bytes)
{
    struct kmem_cache *cache = &caches[any(3)];
    struct slab *slab = open_slab(cache);
    unsigned i = 0;

    if (slab == NULL)
        return NULL;
    while (slab->taken[i])
        i++;
    slab->taken[i] = 1;
    if (++slab->inuse == slab->objects)
        drop(&slab->slab_list);
    *bytes = cache->size;
    return &slab->taken[i];
}

static void give(void *at, uint64_t bytes)
{
    struct slab *slab = &slabs[((char *)at - (char *)slabs) / (long)sizeof(struct slab)];
    struct kmem_cache *cache = slab->slab_cache;

    *(unsigned char *)at = 0;
    if (slab->inuse-- == slab->objects)
        add(&slab->slab_list, &cache->node[0]->partial);
    if (slab->inuse == 0 && bytes % 128 == 0) {
        drop(&slab->slab_list);
        slab->slab_cache = NULL;
        cache->node[0]->nr_slabs.counter--, cache->node[0]->total_objects.counter -= OBJECTS;
        pages(-3);
    }
}

static void set_up(void)
{
    any_item = NR_SHMEM;
    for (int i = 0; i < 3; i++) {
        nodes[i].partial = (struct list_head){&nodes[i].partial, &nodes[i].partial};
        caches[i] = (struct kmem_cache){.size = 64u << i, .name = names[i], .node = {&nodes[i]}};
        add(&caches[i].list, &slab_caches);
    }
    pages(100);
}
