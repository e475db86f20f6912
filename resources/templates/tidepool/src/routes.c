// SPDX-License-Identifier: Apache-2.0
#include "routes.h"

#include <string.h>
#include <tide/truth.h>
#include <tide/words.h>

#include "page.h"
#include "stats.h"
#include "tides.h"

#define JSON "application/json"
#define MOST_ARGUMENTS 8

static void fail(struct response *res, int status, const char *text)
{
    res->status = status;
    out_printf(&res->body, "%s\n", text);
}

/* "n=3&name=web", or "3&web": the values, in their order, are the word's arguments. */
static int split_query(char *query, char **arguments, int most)
{
    int count = 0;

    while (*query != '\0' && count < most) {
        char *end = strchr(query, '&');
        if (end != NULL)
            *end = '\0';
        char *value = strchr(query, '=');
        arguments[count] = value ? value + 1 : query;
        http_decode(arguments[count++]);
        if (end == NULL)
            break;
        query = end + 1;
    }
    return count;
}

static void answer_word(struct request *req, struct response *res)
{
    static const int statuses[] = {
        [WORD_DONE] = 200, [WORD_FAILED] = 409, [WORD_USAGE] = 400, [WORD_UNKNOWN] = 404,
    };
    char *arguments[MOST_ARGUMENTS + 1] = {req->path + strlen("/do/")};
    int count = 1 + split_query(req->query, arguments + 1, MOST_ARGUMENTS);

    res->status = statuses[words_run(&res->body, count, arguments)];
}

static void answer_bytes(struct request *req, struct response *res)
{
    uint64_t kib;

    if (word_number(req->path + strlen("/bytes/"), 1 << 20, &kib))
        res->stream = KIB(kib);
    else
        fail(res, 400, "GET /bytes/KIB, from 1 to 1048576");
}

static bool starts(const char *path, const char *with)
{
    return strncmp(path, with, strlen(with)) == 0;
}

static void answer_get(struct request *req, struct response *res)
{
    if (strcmp(req->path, "/") == 0) {
        res->type = "text/html; charset=utf-8";
        page_write(&res->body);
    } else if (starts(req->path, "/truth/")) {
        res->type = JSON;
        if (!truth_write(&res->body, req->path + strlen("/truth/"))) {
            res->type = NULL;
            fail(res, 404, "threads, sockets, heap, packets and changes are told");
        }
    } else if (strcmp(req->path, "/stats") == 0) {
        res->type = JSON;
        stats_write(&res->body);
    } else if (strcmp(req->path, "/tides") == 0) {
        res->type = JSON;
        tides_write(&res->body);
    } else if (starts(req->path, "/bytes/")) {
        answer_bytes(req, res);
    } else {
        fail(res, 404, "not found");
    }
}

static void answer_post(struct request *req, struct response *res)
{
    if (starts(req->path, "/do/")) {
        answer_word(req, res);
    } else if (strcmp(req->path, "/tides") == 0) {
        res->type = JSON;
        res->status = tides_append(&res->body, req->body, req->body_length) ? 201 : 503;
    } else {
        fail(res, 404, "not found");
    }
}

void routes_answer(struct request *req, struct response *res)
{
    if (strcmp(req->method, "GET") == 0 || strcmp(req->method, "HEAD") == 0)
        answer_get(req, res);
    else if (strcmp(req->method, "POST") == 0)
        answer_post(req, res);
    else
        fail(res, 405, "GET, HEAD and POST are known here");
}
