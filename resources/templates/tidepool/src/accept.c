// SPDX-License-Identifier: Apache-2.0
#include "accept.h"

#include <errno.h>
#include <lwip/sockets.h>
#include <tide/print.h>
#include <tide/thread.h>
#include <tide/words.h>

#include "idle.h"
#include "pool.h"
#include "stats.h"

/* How often the loop looks around when nothing happens; sooner while workers are short. */
#define LOOK_MS 200
#define LOOK_BUSY_MS 10

static volatile bool stop;
static volatile bool stopped;

static void accept_waiting(int listener)
{
    while (!stop) {
        int fd = lwip_accept(listener, NULL, NULL);
        if (fd >= 0) {
            pool_put(fd);
            continue;
        }
        if (errno != EWOULDBLOCK)
            thread_sleep(10 * NS_PER_MS); /* no socket free: one will be soon */
        return;
    }
}

void accept_loop(int listener)
{
    lwip_fcntl(listener, F_SETFL, O_NONBLOCK);
    for (;;) {
        unsigned look = idle_any() || pool_is_busy() ? LOOK_BUSY_MS : LOOK_MS;
        struct timeval timeout = {0, (long)look * 1000};
        fd_set set;
        FD_ZERO(&set);
        stopped = stop;
        if (!stop)
            FD_SET(listener, &set);
        int highest = idle_watch(&set, listener);
        if (lwip_select(highest + 1, &set, NULL, NULL, &timeout) < 0)
            FD_ZERO(&set);
        idle_wake(&set);
        if (FD_ISSET(listener, &set))
            accept_waiting(listener);
    }
}

static enum word_result noaccept(struct out *out, int argc, char **argv)
{
    (void)argc, (void)argv;
    stop = true;
    for (int i = 0; i < 50 && !stopped; i++)
        thread_sleep(LOOK_BUSY_MS * NS_PER_MS);
    out_printf(out, stopped ? "no connection is accepted until the word accept\n"
                            : "will stop as soon as a worker is free\n");
    return WORD_DONE;
}

static enum word_result jam(struct out *out, int argc, char **argv)
{
    (void)argc, (void)argv;
    if (!pool_jam()) {
        out_printf(out, "a worker keeps the lock already\n");
        return WORD_FAILED;
    }
    out_printf(out, "a worker keeps the pool's lock until the word accept\n");
    return WORD_DONE;
}

static enum word_result accept_again(struct out *out, int argc, char **argv)
{
    (void)argc, (void)argv;
    stop = false;
    pool_clear();
    out_printf(out, "accepting\n");
    return WORD_DONE;
}

static enum word_result show_stats(struct out *out, int argc, char **argv)
{
    (void)argc, (void)argv;
    stats_print(out);
    out_printf(out, "\n");
    return WORD_DONE;
}

void accept_words(void)
{
    static const struct word words[] = {
        {"stats", "", "requests, latency, heap", show_stats},
        {"noaccept", "", "leave connections in the backlog", noaccept},
        {"jam", "", "have a worker keep the lock that the accepting thread needs", jam},
        {"accept", "", "take them again, and end the jam", accept_again},
    };
    static struct word_set set = {.title = "Tidepool:", .words = words, .count = COUNT_OF(words)};

    words_add(&set);
}
