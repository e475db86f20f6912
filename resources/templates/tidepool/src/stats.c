// SPDX-License-Identifier: Apache-2.0
#include "stats.h"

#include <tide/clock.h>
#include <tide/heap.h>
#include <tide/print.h>
#include <tide/sync.h>
#include <tide/thread.h>

#define LOG_EVERY (10 * NS_PER_SEC)
#define LOGGED_A_SECOND 4u

/* Latencies by power of two and quarters in between, from 1 µs to about an hour. */
#define BUCKETS 128u

static struct {
    struct mutex lock;
    uint64_t requests;
    uint64_t by_class[6]; /* 2xx at 2 */
    uint64_t latency[BUCKETS];
    bool log_requests;
    uint64_t logged_second;
    unsigned logged;
} stats;

static unsigned bucket_of(uint64_t ns)
{
    uint64_t us = ns / 1000;

    if (us < 4)
        return (unsigned)us;
    unsigned log = 63 - (unsigned)__builtin_clzll(us);
    unsigned bucket = log * 4 - 4 + (unsigned)(us >> (log - 2) & 3);
    return bucket < BUCKETS ? bucket : BUCKETS - 1;
}

/* The upper edge of a bucket in microseconds. */
static uint64_t edge_of(unsigned bucket)
{
    if (bucket < 4)
        return bucket + 1;
    unsigned log = bucket / 4 + 1;
    return (5 + bucket % 4) * (1ull << log) / 4;
}

void stats_count(int status, uint64_t took_ns)
{
    mutex_lock(&stats.lock);
    stats.requests++;
    stats.by_class[status / 100 % 6]++;
    stats.latency[bucket_of(took_ns)]++;
    mutex_unlock(&stats.lock);
}

static uint64_t percentile(unsigned percent)
{
    uint64_t rank = stats.requests * percent / 100, seen = 0;

    for (unsigned i = 0; i < BUCKETS; i++)
        if ((seen += stats.latency[i]) > rank)
            return edge_of(i);
    return 0;
}

void stats_log_request(const char *method, const char *path, int status, uint64_t bytes, uint64_t took_ns,
                       const char *peer)
{
    uint64_t second = clock_ns() / NS_PER_SEC;

    if (!stats.log_requests)
        return;
    if (second != stats.logged_second) {
        stats.logged_second = second;
        stats.logged = 0;
    }
    if (stats.logged++ >= LOGGED_A_SECOND)
        return;
    log_line(status < 400 ? LOG_INFO : LOG_WARN, tide_current->name, "%-4s %-20.80s %d %6lu B %4lu.%lu ms  %s", method,
             path, status, bytes, took_ns / NS_PER_MS, took_ns % NS_PER_MS / (NS_PER_MS / 10), peer);
}

void stats_print(struct out *out)
{
    mutex_lock(&stats.lock);
    uint64_t p50 = percentile(50), p99 = percentile(99);
    out_printf(out, "%lu requests, p50 %lu.%02lu ms, p99 %lu.%02lu ms, heap %lu.%lu MiB", stats.requests, p50 / 1000,
               p50 % 1000 / 10, p99 / 1000, p99 % 1000 / 10, tide_heap.used >> 20, (tide_heap.used >> 10) % 1024 * 10 / 1024);
    mutex_unlock(&stats.lock);
}

void stats_write(struct out *out)
{
    mutex_lock(&stats.lock);
    out_printf(out, "{\"atNs\":%lu,\"requests\":%lu,\"ok\":%lu,\"clientErrors\":%lu,\"serverErrors\":%lu", clock_ns(),
               stats.requests, stats.by_class[2], stats.by_class[4], stats.by_class[5]);
    out_printf(out, ",\"p50Us\":%lu,\"p99Us\":%lu}", percentile(50), percentile(99));
    mutex_unlock(&stats.lock);
}

static void stats_main(void *arg)
{
    uint64_t told = 0;

    (void)arg;
    for (;;) {
        thread_sleep(LOG_EVERY);
        if (stats.requests == told)
            continue;
        told = stats.requests;
        struct out out = OUT_EMPTY;
        stats_print(&out);
        if (!out.failed)
            log_info("stats", "%s", out.text);
        out_free(&out);
    }
}

void stats_start(bool log_requests)
{
    mutex_init(&stats.lock, "stats.lock");
    stats.log_requests = log_requests;
    if (thread_start("stats", PRIORITY_NORMAL, STACK_DEFAULT, stats_main, NULL) == NULL)
        log_warn("tidepool", "no memory for the stats thread");
}
