// SPDX-License-Identifier: Apache-2.0
#include "page.h"

#include <tide/clock.h>
#include <tide/heap.h>

#include "stats.h"
#include "tides.h"

static const char top[] =
    "<!doctype html>\n"
    "<html lang=\"en\"><meta charset=\"utf-8\"><title>tidepool</title>\n"
    "<style>body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem;"
    "color:#123;background:#f2f7f8}h1{color:#0a6c74}code{background:#dfecee;padding:0 .3em}</style>\n"
    "<h1>tidepool</h1>\n"
    "<p>A web server with nothing under it but a kernel library: one program, one address space, "
    "booted straight from its image.</p>\n";

static const char bottom[] =
    "<p>Look: <a href=\"/stats\">/stats</a>, <a href=\"/tides\">/tides</a>, "
    "<a href=\"/truth/threads\">/truth/threads</a>, <a href=\"/truth/sockets\">/truth/sockets</a>, "
    "<a href=\"/truth/heap\">/truth/heap</a>, <a href=\"/truth/packets\">/truth/packets</a>, "
    "<a href=\"/truth/pools\">/truth/pools</a>, <a href=\"/truth/changes\">/truth/changes</a>.</p>\n"
    "<p>Leave a note: <code>curl -d 'high water' …/tides</code></p>\n"
    "</html>\n";

void page_write(struct out *out)
{
    uint64_t seconds = clock_ns() / NS_PER_SEC;

    out_write(out, top, sizeof(top) - 1);
    out_printf(out, "<p>Up %lu s; ", seconds);
    stats_print(out);
    out_printf(out, "; %lu tides.</p>\n", tides_count());
    out_write(out, bottom, sizeof(bottom) - 1);
}
