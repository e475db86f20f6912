// SPDX-License-Identifier: Apache-2.0
// Words that use the machine up in honest ways: threads, memory, time, the console.
#include <string.h>
#include <tide/clock.h>
#include <tide/heap.h>
#include <tide/power.h>
#include <tide/print.h>
#include <tide/sync.h>
#include <tide/thread.h>
#include <tide/words.h>

#include "shell.h"
#include "x86.h"

/* A thread that waits to be told to end. */
struct sleeper {
    struct list all;
    struct semaphore end;
    char name[THREAD_NAME];
};

/* Memory taken by `alloc`, for `free` to find. */
struct chunk {
    struct list all;
    size_t size;
};

static struct list sleepers = LIST_INIT(sleepers);
static struct list chunks = LIST_INIT(chunks);

static void sleep_until_told(void *arg)
{
    struct sleeper *self = arg;

    semaphore_wait(&self->end, FOREVER);
    heap_free(self);
}

static bool start_sleeper(const char *name, uint64_t index, uint64_t count)
{
    struct sleeper *s = heap_zalloc(sizeof(*s));

    if (s == NULL)
        return false;
    if (count == 1)
        snprintf(s->name, sizeof(s->name), "%s", name);
    else
        snprintf(s->name, sizeof(s->name), "%.20s-%lu", name, index);
    semaphore_init(&s->end, "spawned.end", 0);
    uint64_t flags = irq_save();
    list_insert(&sleepers, &s->all);
    irq_restore(flags);
    if (thread_start(s->name, PRIORITY_NORMAL, STACK_DEFAULT, sleep_until_told, s) != NULL)
        return true;
    flags = irq_save();
    list_remove(&s->all);
    irq_restore(flags);
    heap_free(s);
    return false;
}

static enum word_result spawn(struct out *out, int argc, char **argv)
{
    uint64_t count;

    if (argc != 3 || !word_number(argv[1], 4000, &count))
        return word_usage(out, "spawn N NAME");
    for (uint64_t i = 0; i < count; i++)
        if (!start_sleeper(argv[2], i, count)) {
            out_printf(out, "started %lu of %lu: memory or stack slots ran out\n", i, count);
            return WORD_FAILED;
        }
    out_printf(out, "started %lu\n", count);
    return WORD_DONE;
}

/* "web" ends "web" and "web-7". */
static bool name_matches(const char *name, const char *wanted)
{
    size_t length = strlen(wanted);

    return strncmp(name, wanted, length) == 0 && (name[length] == '\0' || name[length] == '-');
}

static enum word_result exit_threads(struct out *out, int argc, char **argv)
{
    unsigned count = 0;

    if (argc != 2)
        return word_usage(out, "exit NAME");
    uint64_t flags = irq_save();
    for (struct list *node = sleepers.next; node != &sleepers;) {
        struct sleeper *s = LIST_ENTRY(node, struct sleeper, all);
        node = node->next;
        if (!name_matches(s->name, argv[1]))
            continue;
        list_remove(&s->all);
        semaphore_signal(&s->end);
        count++;
    }
    irq_restore(flags);
    thread_yield();
    if (count == 0) {
        out_printf(out, "no spawned thread is called %s\n", argv[1]);
        return WORD_FAILED;
    }
    out_printf(out, "ended %u\n", count);
    return WORD_DONE;
}

static void *take(struct out *out, int argc, char **argv, const char *usage, size_t *size)
{
    uint64_t kib;

    if (argc != 2 || !word_number(argv[1], GIB(1), &kib)) {
        word_usage(out, usage);
        return NULL;
    }
    *size = KIB(kib);
    void *memory = heap_alloc(*size);
    if (memory == NULL)
        out_printf(out, "no %lu KiB in one piece: %lu KiB are free\n", kib, tide_heap.free >> 10);
    else
        memset(memory, 0x11, *size); /* touched, so that the host pays for it too */
    return memory;
}

static enum word_result leak(struct out *out, int argc, char **argv)
{
    size_t size;

    if (take(out, argc, argv, "leak KIB", &size) == NULL)
        return argc == 2 ? WORD_FAILED : WORD_USAGE;
    out_printf(out, "leaked %lu KiB\n", size >> 10);
    return WORD_DONE;
}

static enum word_result alloc(struct out *out, int argc, char **argv)
{
    size_t size;
    struct chunk *chunk = take(out, argc, argv, "alloc KIB", &size);

    if (chunk == NULL)
        return argc == 2 ? WORD_FAILED : WORD_USAGE;
    chunk->size = size;
    uint64_t flags = irq_save();
    list_insert(&chunks, &chunk->all);
    irq_restore(flags);
    out_printf(out, "took %lu KiB\n", size >> 10);
    return WORD_DONE;
}

static enum word_result free_all(struct out *out, int argc, char **argv)
{
    uint64_t total = 0;

    (void)argc, (void)argv;
    for (;;) {
        uint64_t flags = irq_save();
        struct chunk *chunk = list_empty(&chunks) ? NULL : LIST_ENTRY(chunks.next, struct chunk, all);
        if (chunk != NULL)
            list_remove(&chunk->all);
        irq_restore(flags);
        if (chunk == NULL)
            break;
        total += chunk->size;
        heap_free(chunk);
    }
    out_printf(out, "gave back %lu KiB\n", total >> 10);
    return WORD_DONE;
}

static enum word_result spin(struct out *out, int argc, char **argv)
{
    uint64_t ms;

    if (argc != 2 || !word_number(argv[1], 3600000, &ms))
        return word_usage(out, "spin MS");
    uint64_t end = clock_ns() + ms * NS_PER_MS;
    while (clock_ns() < end)
        ;
    out_printf(out, "spun %lu ms\n", ms);
    return WORD_DONE;
}

#define LOG_LINE 64u

/* Numbered lines of 64 bytes with carriage return and line feed, so that a loss shows. */
static enum word_result log_storm(struct out *out, int argc, char **argv)
{
    uint64_t kib;

    if (argc != 2 || !word_number(argv[1], 1 << 20, &kib))
        return word_usage(out, "log KIB");
    uint64_t lines = KIB(kib) / LOG_LINE;
    for (uint64_t i = 1; i <= lines; i++) {
        char line[LOG_LINE + 1];
        int at = snprintf(line, sizeof(line), "log %08lu of %08lu ", i, lines);
        for (; at < (int)LOG_LINE - 2; at++)
            line[at] = (char)('a' + (i + (uint64_t)at) % 26);
        memcpy(line + at, "\r\n", 2);
        console_write(line, LOG_LINE);
    }
    out_printf(out, "wrote %lu lines of %u bytes\n", lines, LOG_LINE);
    return WORD_DONE;
}

static enum word_result off(struct out *out, int argc, char **argv)
{
    (void)out, (void)argc, (void)argv;
    power_off();
}

static const struct word words[] = {
    {"spawn", "N NAME", "start N sleeping threads", spawn},
    {"exit", "NAME", "end the spawned threads of that name", exit_threads},
    {"alloc", "KIB", "take memory", alloc},
    {"free", "", "give back all that alloc took", free_all},
    {"leak", "KIB", "take memory and forget it", leak},
    {"spin", "MS", "keep the CPU busy", spin},
    {"log", "KIB", "write that much to the console", log_storm},
    {"off", "", "power off", off},
};

struct word_set words_do = {.title = "Do:", .words = words, .count = COUNT_OF(words)};
