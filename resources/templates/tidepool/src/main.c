// SPDX-License-Identifier: Apache-2.0
// tidepool: a small web server on the tide kernel. It serves a page, keeps notes, and goes
// wrong on request, so that there is something to look at from outside.
#include <string.h>
#include <tide/net.h>
#include <tide/print.h>
#include <tide/shell.h>
#include <tide/words.h>

#include "accept.h"
#include "datagrams.h"
#include "http.h"
#include "idle.h"
#include "pool.h"
#include "stats.h"
#include "tides.h"

struct options {
    uint64_t port;
    uint64_t workers;
    uint64_t backlog;
    uint64_t quiet; /* 1: requests are not logged */
};

struct option {
    const char *name;
    uint64_t *value;
    uint64_t most;
};

/* "--port 80" or "--port=80"; moves `at` over the value it used. */
static void read_option(const struct option *option, int argc, char **argv, int *at)
{
    const char *given = argv[*at] + strlen(option->name);

    if (*given == '=')
        given++;
    else
        given = *at + 1 < argc ? argv[++*at] : "";
    uint64_t value;
    if (word_number(given, option->most, &value))
        *option->value = value;
    else
        log_warn("tidepool", "%s wants a number from 1 to %lu, not \"%s\"; keeping %lu", option->name, option->most, given,
                 *option->value);
}

static void read_options(struct options *o, int argc, char **argv)
{
    const struct option known[] = {
        {"--port", &o->port, 65535},
        {"--workers", &o->workers, 64},
        {"--backlog", &o->backlog, 48},
        {"--quiet", &o->quiet, 1},
    };

    for (int at = 1; at < argc; at++) {
        bool found = false;
        for (size_t i = 0; i < COUNT_OF(known) && !found; i++) {
            size_t length = strlen(known[i].name);
            found = strncmp(argv[at], known[i].name, length) == 0 && (argv[at][length] == '\0' || argv[at][length] == '=');
            if (found)
                read_option(&known[i], argc, argv, &at);
        }
        if (!found)
            log_warn("tidepool", "unknown argument \"%s\"", argv[at]);
    }
}

int main(int argc, char **argv)
{
    struct options o = {.port = 80, .workers = 4, .backlog = 16};

    read_options(&o, argc, argv);
    stats_start(!o.quiet);
    tides_open();
    idle_start();
    accept_words();
    datagram_words();
    if (!pool_start((unsigned)o.workers, http_serve))
        log_warn("tidepool", "memory is too short for %lu workers", o.workers);
    int listener = net_listen((uint16_t)o.port, (int)o.backlog);
    if (listener < 0) {
        log_error("tidepool", "cannot listen on :%lu", o.port);
        return 1;
    }
    log_good("tidepool", "listening on :%lu, backlog %lu, %lu workers", o.port, o.backlog, o.workers);
    shell_start();
    accept_loop(listener);
}
