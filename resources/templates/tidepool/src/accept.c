// SPDX-License-Identifier: Apache-2.0
#include "accept.h"

#include <errno.h>
#include <lwip/sockets.h>
#include <tide/print.h>
#include <tide/sync.h>
#include <tide/thread.h>
#include <tide/words.h>

#include "pool.h"
#include "stats.h"

/* How often the loop looks whether it was told to stop. */
#define LOOK_MS 200

static volatile bool stop;
static volatile bool stopped;
static struct semaphore go_on;

void accept_loop(int listener)
{
    struct timeval look = {0, LOOK_MS * 1000};

    lwip_setsockopt(listener, SOL_SOCKET, SO_RCVTIMEO, &look, sizeof(look));
    for (;;) {
        while (stop) {
            stopped = true;
            semaphore_wait(&go_on, FOREVER);
        }
        stopped = false;
        int fd = lwip_accept(listener, NULL, NULL);
        if (fd >= 0)
            pool_put(fd);
        else if (errno != EWOULDBLOCK)
            thread_sleep(10 * NS_PER_MS); /* no socket free: one will be soon */
    }
}

static enum word_result noaccept(struct out *out, int argc, char **argv)
{
    (void)argc, (void)argv;
    stop = true;
    for (int i = 0; i < 50 && !stopped; i++)
        thread_sleep(LOOK_MS * NS_PER_MS / 10);
    out_printf(out, stopped ? "no connection is accepted until the word accept\n"
                            : "will stop as soon as a worker is free\n");
    return WORD_DONE;
}

static enum word_result accept_again(struct out *out, int argc, char **argv)
{
    (void)argc, (void)argv;
    stop = false;
    semaphore_signal(&go_on);
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
        {"accept", "", "take them again", accept_again},
    };
    static struct word_set set = {.title = "Tidepool:", .words = words, .count = COUNT_OF(words)};

    semaphore_init(&go_on, "accept.go-on", 0);
    words_add(&set);
}
