// SPDX-License-Identifier: Apache-2.0
#include "http.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <tide/clock.h>
#include <tide/heap.h>
#include <tide/print.h>
#include <tide/thread.h>

#include "idle.h"
#include "parse.h"
#include "pool.h"
#include "routes.h"
#include "stats.h"

/* How long a client may take, in moments of conn_fill; less when others wait for a worker. */
#define IDLE_MOMENTS (10000 / CONN_MOMENT_MS)
#define SLOW_MOMENTS (10000 / CONN_MOMENT_MS)
#define SLOW_MOMENTS_BUSY (1000 / CONN_MOMENT_MS)

/* After so many requests in a row a connection stands in line again, if there is one. */
#define TURN 32u

/* How a connection goes on after a request. */
enum outcome { CLOSE, CLOSE_AFTER_REFUSAL, KEEP, PUT_ASIDE };

static const char *reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 400:
        return "Bad Request";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 413:
        return "Content Too Large";
    case 431:
        return "Request Header Fields Too Large";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    default:
        return "Internal Server Error";
    }
}

static bool write_filler(struct conn *c, uint64_t length)
{
    static const char filler[] = "tides come and go, and the pool keeps what they leave behind..\n";

    while (length > 0) {
        size_t part = length < sizeof(filler) - 1 ? length : sizeof(filler) - 1;
        char block[2 * (sizeof(filler) - 1) * 8];
        size_t size = 0;
        for (; size + part <= sizeof(block) && size < length; size += part)
            memcpy(block + size, filler, part);
        if (size > length)
            size = length;
        if (!conn_write(c, block, size))
            return false;
        length -= size;
    }
    return true;
}

/* Head and a short body leave in one piece; a packet fewer and no wait for an acknowledgement. */
static bool respond(struct conn *c, const struct request *req, struct response *res)
{
    struct out out = OUT_EMPTY;
    uint64_t length = res->stream ? res->stream : res->body.length;
    bool head_only = req != NULL && strcmp(req->method, "HEAD") == 0;

    out_printf(&out, "HTTP/1.1 %d %s\r\nServer: tidepool\r\nContent-Type: %s\r\nContent-Length: %lu\r\n%s\r\n", res->status,
               reason(res->status), res->type ? res->type : "text/plain; charset=utf-8", length,
               req != NULL && req->keep_alive ? "" : "Connection: close\r\n");
    if (!head_only && !res->stream && res->body.length > 0)
        out_write(&out, res->body.text, res->body.length);
    bool sent = !out.failed && conn_write(c, out.text, out.length);
    out_free(&out);
    return sent && (head_only || !res->stream || write_filler(c, res->stream));
}

static void refuse(struct conn *c, int status)
{
    struct response res = {.status = status};

    out_printf(&res.body, "%s\n", reason(status));
    respond(c, NULL, &res);
    out_free(&res.body);
    stats_count(status, 0);
}

/* Waits until the input holds a request's head; its length, or 0 with what to do instead. */
static size_t read_head(struct conn *c, int *refused, enum outcome *otherwise)
{
    unsigned quiet = 0;

    *otherwise = CLOSE;
    for (;;) {
        size_t length = parse_head_length(c->input, c->have);
        if (length > 0)
            return length;
        if (c->have == sizeof(c->input)) {
            *refused = 431;
            return 0;
        }
        bool begun = c->have > 0;
        enum conn_event event = conn_fill(c);
        if (event == CONN_CLOSED)
            return 0;
        if (event == CONN_DATA) {
            /* How long it said nothing before is no slowness of its request. */
            quiet = begun ? quiet : 0;
            continue;
        }
        quiet++;
        bool busy = pool_is_busy();
        if (c->have == 0 && busy) {
            *otherwise = PUT_ASIDE;
            return 0;
        }
        if (c->have == 0 && quiet >= IDLE_MOMENTS)
            return 0;
        if (c->have > 0 && quiet >= (busy ? SLOW_MOMENTS_BUSY : SLOW_MOMENTS)) {
            *refused = 408;
            return 0;
        }
    }
}

static bool read_body(struct conn *c, size_t whole, int *refused)
{
    unsigned quiet = 0;

    while (c->have < whole) {
        enum conn_event event = conn_fill(c);
        if (event == CONN_CLOSED)
            return false;
        if (event == CONN_QUIET && ++quiet >= (pool_is_busy() ? SLOW_MOMENTS_BUSY : SLOW_MOMENTS)) {
            *refused = 408;
            return false;
        }
    }
    return true;
}

static bool handle_request(struct conn *c, struct request *req)
{
    uint64_t from = clock_ns();
    struct response res = {.status = 200};

    routes_answer(req, &res);
    if (res.body.failed) {
        out_free(&res.body);
        res.status = 503;
        out_printf(&res.body, "out of memory\n");
    }
    uint64_t length = res.stream ? res.stream : res.body.length;
    bool sent = respond(c, req, &res);
    uint64_t took = clock_ns() - from;
    out_free(&res.body);
    stats_count(res.status, took);
    stats_log_request(req->method, req->path, res.status, length, took, c->peer);
    return sent && req->keep_alive;
}

static enum outcome serve_one(struct conn *c)
{
    struct request req;
    int refused = 0;
    enum outcome outcome;
    size_t head = read_head(c, &refused, &outcome);

    if (head > 0)
        refused = parse_request(c->input, head, &req);
    if (head > 0 && refused == 0) {
        if (req.body_length > sizeof(c->input) - head)
            refused = 413;
        else if (read_body(c, head + req.body_length, &refused)) {
            req.body = c->input + head;
            outcome = handle_request(c, &req) ? KEEP : CLOSE;
            conn_consume(c, head + req.body_length);
        }
    }
    if (refused == 0)
        return outcome;
    refuse(c, refused);
    return CLOSE_AFTER_REFUSAL;
}

void http_serve(int fd)
{
    enum outcome outcome = KEEP;
    struct conn *c = heap_alloc(sizeof(*c));

    if (c == NULL) {
        conn_refuse(fd);
        return;
    }
    conn_open(c, fd);
    for (unsigned served = 1; outcome == KEEP; served++) {
        outcome = serve_one(c);
        if (outcome == KEEP && c->have == 0 && served >= TURN && pool_is_busy())
            outcome = PUT_ASIDE;
    }
    if (outcome == PUT_ASIDE)
        idle_put(fd);
    else
        conn_close(c, outcome == CLOSE_AFTER_REFUSAL);
    heap_free(c);
}
